import dns from "node:dns";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import tls from "node:tls";
import { afterEach, describe, expect, it, vi } from "vitest";
import { field } from "@/e2e/emulator/test-emulator";
import { getApp } from "@/lib/server/app/get-app";
import { makeCertificate } from "@/test/certificate";
import { ANY_CONTRACT, faultBench } from "./faults";

const bench = faultBench();

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Reads a task: what readers are told, and the finer reason in the log. */
async function readAndListen(taskId: string) {
  const warn = vi.spyOn(getApp().log, "warn");
  const { status, body, text } = await bench.readTask(taskId);
  expect(text).not.toMatch(/\s+at |certificate|ECONN|ENOTFOUND|localhost/);
  const reason = warn.mock.calls.map(([fields]) => fields.reason).at(-1);
  return { status, code: field(body, "code"), reason };
}

const UNAVAILABLE = { status: 502, code: "upstream-unavailable" };

describe.each(ANY_CONTRACT)("a connection that breaks, %s contract", (contract) => {
  it.each([
    ["before the headers", { kind: "reset" }],
    ["after the headers", { kind: "reset-after-headers" }],
  ])("E20 a reset %s is a lost connection", async (_, fault) => {
    const taskId = await bench.newTask("stack-trace", contract);
    await bench.breakPath(`/tasks/${taskId}$`, fault);
    expect(await readAndListen(taskId)).toEqual({ ...UNAVAILABLE, reason: "connection-lost" });
  });

  it("E25 a connection that was closed between two polls is tried again silently, once", async () => {
    const taskId = await bench.newTask("running", contract, { startAtStep: 2 });
    await bench.breakPath(`/tasks/${taskId}$`, { kind: "closed-after" }, 1);
    const fetchedAt = field((await bench.readTask(taskId)).body, "fetchedAt");
    await bench.breakPath(`/tasks/${taskId}$`, { kind: "reset" }, 1);
    const { body } = await bench.readAfresh(taskId);
    expect(field(body, "fetchedAt")).not.toBe(fetchedAt);
    expect(field(body, "stale")).toBeNull();
    const other = await bench.newTask("running", contract, { startAtStep: 2 });
    await bench.breakPath(`/tasks/${other}$`, { kind: "reset" });
    expect((await bench.readTask(other)).status).toBe(502);
    expect(await bench.taskCalls(other)).toBe(2);
  });
});

describe("an upstream that cannot be reached", () => {
  const TASK = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
  type Lookup = (error: NodeJS.ErrnoException | null, addresses: unknown) => void;

  /** Answers every name lookup of the process. */
  function answerLookups(answer: (callback: Lookup) => void): void {
    vi.spyOn(dns, "lookup").mockImplementation((...given: unknown[]) => {
      // The callback is the last argument in every form of the call.
      answer(given.at(-1) as Lookup);
    });
  }
  const failure = (code: string) => Object.assign(new Error(`getaddrinfo ${code}`), { code });

  it("E20 a refused connection", async () => {
    const { origin } = bench.storage();
    await bench.storage().close();
    bench.restart({ BROWSER_USE_BASE_URL: `${origin}/api/v2` });
    expect(await readAndListen(TASK)).toEqual({ ...UNAVAILABLE, reason: "connection-refused" });
  });

  it.each([
    ["is not known", "ENOTFOUND", "host-not-found"],
    ["cannot be looked up", "EAI_AGAIN", "host-lookup-failed"],
  ])("E20 a name that %s", async (_, code, reason) => {
    bench.restart({ BROWSER_USE_BASE_URL: "http://localhost:4444/api/v2" });
    answerLookups((callback) => {
      callback(failure(code), []);
    });
    expect(await readAndListen(TASK)).toEqual({ ...UNAVAILABLE, reason });
  });

  it("E20 a name that takes five seconds to look up is waited for, one that never comes for ten", async () => {
    // One call alone: the other contract asks for the session as well.
    const taskId = await bench.newTask("stack-trace", "documented");
    const port = new URL(bench.upstreamUrl()).port;
    for (const isSlow of [true, false]) {
      bench.restart({ BROWSER_USE_BASE_URL: `http://localhost:${port}/api/v2` });
      const asked: Lookup[] = [];
      answerLookups((callback) => {
        asked.push(callback);
      });
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      const reading = readAndListen(taskId);
      // Vitest's own ways to wait would move the clock that is being tested.
      while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
      vi.advanceTimersByTime(5000);
      const addresses = [{ address: "127.0.0.1", family: 4 }];
      if (isSlow) asked[0]?.(null, addresses);
      else vi.advanceTimersByTime(5100);
      const expected = { status: 504, code: "upstream-timeout", reason: "no-answer-in-time" };
      expect(await reading).toMatchObject(isSlow ? { status: 200 } : expected);
      vi.useRealTimers();
      vi.restoreAllMocks();
    }
  });

  it.each([
    ["has run out", { ageDays: 400 }, true, "certificate-expired"],
    ["is another host's", { host: "other.example" }, true, "certificate-wrong-host"],
    ["nobody vouches for", {}, false, "certificate-untrusted"],
    ["is good", {}, true, undefined],
  ])("E20 a certificate that %s", async (_, fields, isTrusted, reason) => {
    const { authority, certificate, key } = makeCertificate({ host: "localhost", ...fields });
    let requests = 0;
    const server = createServer({ cert: certificate, key }, (__, response) => {
      requests += 1;
      response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    // A TCP server's address is no path.
    const { port } = server.address() as AddressInfo;
    const connect = tls.connect.bind(tls);
    vi.spyOn(tls, "connect").mockImplementation(((options: tls.ConnectionOptions) => {
      expect(options.rejectUnauthorized).not.toBe(false);
      return connect(isTrusted ? { ...options, ca: authority } : options);
    }) as typeof tls.connect);
    bench.restart({ BROWSER_USE_BASE_URL: `https://localhost:${String(port)}/api/v2` });
    const reading = await readAndListen(TASK);
    // Both versions are asked for an id that neither knows.
    if (reason === undefined) expect([reading.code, requests]).toEqual(["task-not-found", 2]);
    else expect([reading, requests]).toEqual([{ ...UNAVAILABLE, reason }, 0]);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
