import type { ServerResponse } from "node:http";
import sharp from "sharp";
import { afterEach, describe, expect, it, vi } from "vitest";
import { field } from "@/e2e/emulator/test-emulator";
import { ANY_CONTRACT, faultBench, wireStep } from "./faults";

const bench = faultBench();

afterEach(() => {
  vi.restoreAllMocks();
});

const pictureOf = (background: string) =>
  sharp({ create: { width: 400, height: 300, channels: 3, background } })
    .png()
    .toBuffer();

/** A task whose screenshots lie on the test's own storage, one address for each path. */
async function taskWithPictures(contract: string, paths: readonly string[]): Promise<string> {
  const taskId = await bench.newTask("running", contract, { startAtStep: 1 });
  const steps = paths.map((path, index) =>
    wireStep(index + 1, { screenshotUrl: bench.storage().origin + path }),
  );
  await bench.patch(taskId, { steps });
  return taskId;
}

async function sendPicture(response: ServerResponse, background = "navy"): Promise<void> {
  response.end(await pictureOf(background));
}

async function expectPlaceholder(answer: Response): Promise<void> {
  expect(answer.status).toBe(404);
  expect(field(await answer.json(), "code")).toBe("screenshot-not-found");
}

describe.each(ANY_CONTRACT)("screenshots that fail, %s contract", (contract) => {
  const threeSteps = () => bench.newTask("running", contract, { startAtStep: 3 });
  const isTaskRead = (taskId: string) => `/tasks/${taskId}`;

  it("G01 an address that expired is renewed with one call, and the picture is there", async () => {
    const taskId = await threeSteps();
    await bench.readTask(taskId);
    await bench.control("POST", `/tasks/${taskId}/assets`, { expired: true });
    await bench.control("DELETE", "/requests");
    const answer = await bench.readScreenshot(taskId, 1, "?w=160");
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/webp"]);
    expect(await bench.statuses("/assets/")).toEqual([403, 200]);
    expect((await bench.statuses(isTaskRead(taskId))).length).toBeLessThanOrEqual(2);
  });

  it("G01 a second refusal ends in a placeholder, not in a loop", async () => {
    const taskId = await threeSteps();
    await bench.readTask(taskId);
    await bench.breakPath("/assets/", { kind: "status", status: 403 });
    await bench.control("DELETE", "/requests");
    for (const query of ["?w=160", "?w=320", ""]) {
      await expectPlaceholder(await bench.readScreenshot(taskId, 1, query));
    }
    expect(await bench.statuses("/assets/")).toEqual([403, 403]);
    expect((await bench.statuses(isTaskRead(taskId))).length).toBeLessThanOrEqual(2);
  });

  it.each([404, 410])("G02 after %i nobody asks for a minute", async (status) => {
    const taskId = await threeSteps();
    await bench.readTask(taskId);
    const start = performance.now();
    const clock = vi.spyOn(performance, "now").mockImplementation(() => start);
    await bench.breakPath("/assets/", { kind: "status", status });
    await expectPlaceholder(await bench.readScreenshot(taskId, 1));
    await bench.control("DELETE", "/requests");
    await bench.control("DELETE", "/faults");
    clock.mockImplementation(() => start + 55_000);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await expectPlaceholder(await bench.readScreenshot(taskId, 1));
    expect(await bench.statuses("/assets/")).toEqual([]);
    clock.mockImplementation(() => start + 65_000);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await bench.readScreenshot(taskId, 1)).status).toBe(200);
  });

  it("G03 a storage that answers 500 loses no picture that is held, and is asked again for others", async () => {
    const taskId = await threeSteps();
    await bench.readTask(taskId);
    const held = await bench.readScreenshot(taskId, 1, "?w=160");
    await bench.breakPath("/assets/", { kind: "status", status: 500 });
    const again = await bench.readScreenshot(taskId, 1, "?w=160");
    expect([again.status, again.headers.get("etag")]).toEqual([200, held.headers.get("etag")]);
    expect((await bench.readScreenshot(taskId, 1, "?w=320")).status).toBe(200);
    const other = await bench.readScreenshot(taskId, 2);
    expect([other.status, field(await other.json(), "code")]).toEqual([
      502,
      "upstream-unavailable",
    ]);
    await bench.control("DELETE", "/faults");
    expect((await bench.readScreenshot(taskId, 2)).status).toBe(200);
  });

  it("G04 addresses that are expired at birth are renewed once, then stand as a placeholder", async () => {
    const taskId = await threeSteps();
    await bench.control("POST", `/tasks/${taskId}/assets`, { lifetimeSeconds: -60 });
    await bench.readTask(taskId);
    await bench.control("DELETE", "/requests");
    await expectPlaceholder(await bench.readScreenshot(taskId, 1));
    expect(await bench.statuses("/assets/")).toEqual([403, 403]);
    expect((await bench.statuses(isTaskRead(taskId))).length).toBeLessThanOrEqual(2);
  });

  it("G05 an address signed anew is the same picture: no download, and 304 for the browser", async () => {
    const taskId = await threeSteps();
    await bench.readTask(taskId);
    const first = await bench.readScreenshot(taskId, 1, "?w=320");
    const etag = first.headers.get("etag") ?? "";
    expect(first.headers.get("cache-control")).toBe("private, max-age=300");
    for (let polls = 0; polls < 3; polls++) {
      await bench.readAfresh(taskId);
      const next = await bench.readScreenshot(taskId, 1, "?w=320", { "if-none-match": etag });
      expect([next.status, await next.text()]).toEqual([304, ""]);
    }
    expect(await bench.statuses("/assets/")).toEqual([200]);
  });

  it("G06 the query of an address arrives byte for byte", async () => {
    const path = "/a%20b+c.png?sig=a+b%2B%2bc%20d'e'~!*()&x=%e2%82%AC&empty=&X-Amz-Date=1";
    const taskId = await taskWithPictures(contract, [path]);
    bench.storage().answer = (_, response) => void sendPicture(response);
    expect((await bench.readScreenshot(taskId, 1)).status).toBe(200);
    expect(bench.storage().requests.map(({ url }) => url)).toEqual([path]);
    expect(JSON.stringify(bench.storage().requests[0]?.headers)).not.toMatch(/bu_canary|api-key/i);
  });

  it("G14 fifty thumbnails at once make six downloads at a time", async () => {
    const paths = Array.from({ length: 50 }, (_, index) => `/${String(index)}.png`);
    const taskId = await taskWithPictures(contract, paths);
    let running = 0;
    let most = 0;
    bench.storage().answer = (_, response) => {
      most = Math.max(most, (running += 1));
      setTimeout(() => {
        running -= 1;
        void sendPicture(response);
      }, 15);
    };
    await bench.readTask(taskId);
    const answers = await Promise.all(
      paths.map((_, index) => bench.readScreenshot(taskId, index + 1, "?w=160")),
    );
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
    expect(most).toBe(6);
    expect(bench.storage().requests).toHaveLength(50);
  });

  it("G14 a thumbnail scrolled away while it waits is downloaded only if somebody else waits for it", async () => {
    const paths = Array.from({ length: 9 }, (_, index) => `/${String(index + 1)}.png`);
    const taskId = await taskWithPictures(contract, paths);
    await bench.readTask(taskId);
    const held: ServerResponse[] = [];
    bench.storage().answer = (_, response) => void held.push(response);
    const asked = () => bench.storage().requests.map(({ url }) => url);
    const downloading = [1, 2, 3, 4, 5, 6].map((step) => bench.readScreenshot(taskId, step));
    await vi.waitUntil(() => held.length === 6);
    const page = new AbortController();
    const [, alone, shared] = [7, 8, 9].map((step) =>
      bench.readScreenshot(taskId, step, "?w=160", {}, step === 7 ? null : page.signal),
    );
    const other = bench.readScreenshot(taskId, 9, "?w=160");
    await new Promise((resolve) => setTimeout(resolve, 20));
    page.abort();
    bench.storage().answer = (_, response) => void sendPicture(response);
    for (const response of held) void sendPicture(response);
    expect((await other).status).toBe(200);
    expect((await shared)?.status).toBe(200);
    expect((await alone)?.status).toBe(502);
    await Promise.all(downloading);
    expect(asked().slice(6).sort()).toEqual(["/7.png", "/9.png"]);
    // Whoever scrolls back gets it.
    expect((await bench.readScreenshot(taskId, 8, "?w=160")).status).toBe(200);
  });

  it("G15 what counts is the bytes, not the label", async () => {
    const taskId = await taskWithPictures(contract, ["/1.png", "/2.png", "/3.svg"]);
    bench.storage().answer = (request, response) => {
      const isPicture = request.url === "/1.png";
      response.setHeader("content-type", isPicture ? "text/html" : "image/png");
      if (isPicture) void sendPicture(response);
      else response.end("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
    };
    const picture = await bench.readScreenshot(taskId, 1);
    expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(picture.headers.get("x-content-type-options")).toBe("nosniff");
    await expectPlaceholder(await bench.readScreenshot(taskId, 2));
    await expectPlaceholder(await bench.readScreenshot(taskId, 3, "?w=160"));
  });

  it("G16 the error page of the storage is never the picture", async () => {
    const taskId = await taskWithPictures(contract, ["/1.png"]);
    bench.storage().answer = (_, response) => {
      response.writeHead(404, { "content-type": "application/xml" });
      response.end("<Error><Code>NoSuchKey</Code><BucketName>inner-name</BucketName></Error>");
    };
    const answer = await bench.readScreenshot(taskId, 1);
    expect(await answer.clone().text()).not.toMatch(/NoSuchKey|inner-name/);
    await expectPlaceholder(answer);
  });
});
