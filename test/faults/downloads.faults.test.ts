import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it, vi } from "vitest";
import { GET as getFile } from "@/app/api/tasks/[taskId]/files/[fileId]/route";
import { GET as getLog } from "@/app/api/tasks/[taskId]/logs/route";
import { field } from "@/e2e/emulator/test-emulator";
import { callRoute } from "@/test/product";
import { ANY_CONTRACT, faultBench, newId } from "./faults";

const bench = faultBench();
const PATH = "/file.csv?sig=a+b%2B%2bc%20d&x=%e2%82%AC";
const MEGABYTE = Buffer.alloc(1024 * 1024, "0123456789abcdef");

afterEach(() => {
  vi.useRealTimers();
});

/** A task with one file and a log, both on the test's own storage. */
async function taskWithFile(contract: string, name = "report é.csv") {
  const taskId = await bench.newTask("stack-trace", contract);
  const fileId = newId();
  await bench.patch(taskId, { outputFiles: [{ id: fileId, fileName: name }] });
  const body = JSON.stringify({ fileName: name, downloadUrl: `${bench.storage().origin}${PATH}` });
  await bench.breakPath(`${fileId}$|/logs$`, { kind: "status", status: 200, body });
  await bench.readTask(taskId);
  return { taskId, fileId };
}

const download = (ids: { taskId: string; fileId: string }, init: RequestInit = {}) =>
  callRoute(getFile, `/api/tasks/${ids.taskId}/files/${ids.fileId}`, ids, init);

/** Writes a megabyte again and again, as fast as it is read; tells how many were written. */
function pour(response: ServerResponse, megabytes: number): { written: number } {
  const state = { written: 0 };
  const more = () => {
    while (state.written < megabytes && !response.destroyed) {
      state.written += 1;
      if (!response.write(MEGABYTE)) return void response.once("drain", more);
    }
    response.end();
  };
  more();
  return state;
}

async function countBytes(response: Response): Promise<number> {
  let bytes = 0;
  for await (const chunk of chunksOf(response)) bytes += chunk.byteLength;
  return bytes;
}

async function* chunksOf(response: Response): AsyncGenerator<Uint8Array, undefined> {
  const reader = response.body?.getReader();
  for (;;) {
    const chunk = await reader?.read();
    if (chunk?.value === undefined) return;
    yield chunk.value;
  }
}

const megabytes = (count: number) => count * MEGABYTE.byteLength;

describe.each(ANY_CONTRACT)("downloads that fail, %s contract", (contract) => {
  it("G06 the query of a file's address arrives byte for byte", async () => {
    const file = await taskWithFile(contract);
    bench.storage().answer = (_, response) => response.end("bytes");
    expect(await (await download(file)).text()).toBe("bytes");
    expect(bench.storage().requests.map(({ url }) => url)).toEqual([PATH]);
  });

  it("G07 a file that is gone is 404, for a program as a problem", async () => {
    const file = await taskWithFile(contract);
    for (const status of [404, 410]) {
      bench.storage().answer = (_, response) => response.writeHead(status).end("<Error/>");
      const answer = await download(file);
      expect([answer.status, field(await answer.json(), "code")]).toEqual([404, "file-not-found"]);
    }
  });

  it("G07 a file that is gone is a page with its name for somebody who clicked", async () => {
    const file = await taskWithFile(contract, "<b>me</b> & 'you'.csv");
    const accept = { headers: { accept: "text/html,*/*;q=0.8" } };
    bench.storage().answer = (_, response) => response.writeHead(404).end("<Error/>");
    for (const linkStatus of [200, 404]) {
      if (linkStatus === 404) await bench.breakPath(file.fileId, { kind: "status", status: 404 });
      const answer = await download(file, accept);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([
        404,
        "text/html; charset=utf-8",
      ]);
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
      const text = await answer.text();
      expect(text).toContain("&#60;b&#62;me&#60;/b&#62; &#38; &#39;you&#39;.csv");
      expect(text).toContain(`href="/tasks/${file.taskId}"`);
    }
  });

  it.each([
    ["with its length", { "content-length": String(megabytes(2)) }],
    ["in chunks", {}],
  ])("G08 a file cut midway, sent %s, never looks whole", async (_, headers) => {
    const file = await taskWithFile(contract);
    bench.storage().answer = (__, response) => {
      response.writeHead(200, headers);
      response.write(MEGABYTE, () => setTimeout(() => response.destroy(), 20));
    };
    const answer = await download(file);
    expect(answer.status).toBe(200);
    await expect(countBytes(answer)).rejects.toThrow();
  });

  it.each(["goes away", "stops reading"])(
    "G09 the storage is let go within a second when the client %s",
    async (how) => {
      const file = await taskWithFile(contract);
      const closed = new Promise<number>((resolve) => {
        bench.storage().answer = (_, response) => {
          pour(response, 1000);
          response.on("close", () => {
            resolve(Date.now());
          });
        };
      });
      const client = new AbortController();
      const answer = await download(file, { signal: client.signal });
      const reader = answer.body?.getReader();
      await reader?.read();
      const leftAt = Date.now();
      if (how === "goes away") client.abort();
      else await reader?.cancel();
      expect((await closed) - leftAt).toBeLessThan(1000);
    },
  );

  it("G11 a range is passed over: 200 and the whole file", async () => {
    const file = await taskWithFile(contract);
    bench.storage().answer = (_, response) => response.end("0123456789");
    const answer = await download(file, { headers: { range: "bytes=2-5", "if-range": '"x"' } });
    expect([answer.status, await answer.text()]).toEqual([200, "0123456789"]);
    expect(answer.headers.get("accept-ranges")).toBe("none");
    expect(bench.storage().requests[0]?.headers.range).toBeUndefined();
  });

  it("G12 an address that expires before its first byte is renewed once", async () => {
    const file = await taskWithFile(contract);
    let asked = 0;
    bench.storage().answer = (_, response) => {
      asked += 1;
      if (asked === 1) response.writeHead(403).end("<Error><Code>AccessDenied</Code></Error>");
      else response.end("bytes");
    };
    await bench.control("DELETE", "/requests");
    const answer = await download(file);
    expect([answer.status, await answer.text()]).toEqual([200, "bytes"]);
    expect(await bench.statuses(file.fileId)).toEqual([200, 200]);
    bench.storage().answer = (_, response) => response.writeHead(403).end();
    expect((await download(file)).status).toBe(404);
    expect(bench.storage().requests).toHaveLength(4);
  });

  it("G16 what the storage says about an error goes no further", async () => {
    const file = await taskWithFile(contract);
    for (const status of [400, 403, 404, 410, 500, 503]) {
      bench.storage().answer = (_, response) => {
        response.writeHead(status, { "content-type": "application/xml", "x-amz-id": "inner" });
        response.end("<Error><Code>NoSuchKey</Code><BucketName>inner-name</BucketName></Error>");
      };
      for (const answer of [await download(file), await callRoute(getLog, "/", file)]) {
        expect(answer.status).toBe(status < 500 ? 404 : 502);
        expect(answer.headers.get("x-amz-id")).toBeNull();
        expect(await answer.text()).not.toMatch(/NoSuchKey|inner-name/);
      }
    }
  });
});

describe("large downloads", () => {
  it("G10 two gigabytes pass through in constant memory", async () => {
    const file = await taskWithFile("current");
    bench.storage().answer = (_, response) => void pour(response, 2048);
    const answer = await download(file);
    let bytes = 0;
    let first = 0;
    let most = 0;
    for await (const chunk of chunksOf(answer)) {
      bytes += chunk.byteLength;
      if (bytes % megabytes(16) > chunk.byteLength) continue;
      const { rss } = process.memoryUsage();
      if (bytes > megabytes(128) && first === 0) first = rss;
      most = Math.max(most, rss);
    }
    expect(bytes).toBe(megabytes(2048));
    expect((most - first) / megabytes(1)).toBeLessThan(50);
  }, 180_000);

  it("G10 a slow reader slows the storage down", async () => {
    const file = await taskWithFile("current");
    let state = { written: 0 };
    bench.storage().answer = (_, response) => {
      state = pour(response, 500);
    };
    const reader = (await download(file)).body?.getReader();
    for (let reads = 0; reads < 10; reads++) {
      await reader?.read();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(state.written).toBeLessThan(24);
    await reader?.cancel();
  });

  it("G10 a download ends after a quarter of an hour", async () => {
    const file = await taskWithFile("current");
    bench.storage().answer = (_, response) => response.write("begun");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const reader = (await download(file)).body?.getReader();
    await reader?.read();
    const next = reader?.read();
    vi.advanceTimersByTime(900_000);
    await expect(next).rejects.toThrow("too long");
  });

  it("G13 a log of 200 MB, with colours and binary bytes, comes as an attachment only", async () => {
    const file = await taskWithFile("current");
    const begin = Buffer.from([0x1b, 0x5b, 0x33, 0x31, 0x6d, 0x00, 0xff, 0xfe, 0x0a]);
    bench.storage().answer = (_, response) => {
      response.setHeader("content-type", "text/html");
      response.write(begin);
      pour(response, 200);
    };
    const answer = await callRoute(getLog, "/", file);
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="task-.*\.txt"$/,
    );
    const chunks = chunksOf(answer);
    const first = (await chunks.next()).value ?? new Uint8Array();
    expect(Buffer.from(first.slice(0, begin.length))).toEqual(begin);
    let bytes = first.byteLength;
    for await (const chunk of chunks) bytes += chunk.byteLength;
    expect(bytes).toBe(begin.length + megabytes(200));
  });
});
