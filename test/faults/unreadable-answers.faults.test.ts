import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { field } from "@/e2e/emulator/test-emulator";
import { ANY_CONTRACT, faultBench } from "./faults";

const bench = faultBench();
const INVALID = "upstream-invalid";
const UNAVAILABLE = "upstream-unavailable";

beforeEach(() => {
  bench.freezeClock();
});
afterEach(() => {
  vi.useRealTimers();
});

type Fault = Parameters<typeof bench.breakPath>[1];

/** Reads a task, breaks it, and sees it kept with this reason, then right again once it is mended. */
async function expectKept(taskId: string, fault: Fault, reason: string): Promise<void> {
  const before = field((await bench.readAfter(3000, taskId)).body, "revision");
  await bench.breakPath(`/tasks/${taskId}$`, fault);
  await bench.readAfter(3000, taskId);
  const broken = await bench.readAfter(3000, taskId);
  expect([broken.status, field(broken.body, "stale", "reason")]).toEqual([200, reason]);
  expect(field(broken.body, "revision")).toBe(before);
  bench.restart();
  const first = await bench.readTask(taskId);
  expect(field(first.body, "code")).toBe(reason);
  expect(first.text).not.toMatch(/\s+at |\/lib\/|Error:/);
  await bench.control("DELETE", "/faults");
  const mended = await bench.readAfter(3000, taskId);
  expect([mended.status, field(mended.body, "stale")]).toEqual([200, null]);
}

/** Any bytes as the body of a good answer. */
const bytes = (content: Buffer | string, headers: Record<string, string> = {}): Fault => ({
  kind: "body",
  body: Buffer.from(content).toString("base64"),
  base64: true,
  headers,
});
const raw = (text: string): Fault => ({ kind: "raw", base64: btoa(text) });

describe.each(ANY_CONTRACT)("an upstream whose answers cannot be read, %s contract", (contract) => {
  const endedTask = () => bench.newTask("stack-trace", contract);
  const bodyOf = async (taskId: string) => JSON.stringify(await bench.upstreamTask(taskId));

  it.each([
    ["204", { kind: "status", status: 204, body: "" }],
    ["206", { kind: "status", status: 206 }],
    ["304", { kind: "status", status: 304, body: "" }],
    ["101", raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n")],
    ["an informational answer and no other", raw("HTTP/1.1 103 Early Hints\r\n\r\n")],
    ["a status line of no version", raw("HTTP/9.9 200 OK\r\n\r\n{}")],
    ["bytes that are no HTTP", raw("\u0016\u0003\u0001 hello")],
  ])("E12 %s is an error, not a crash", async (_, fault) => {
    await expectKept(await endedTask(), fault, UNAVAILABLE);
  });

  it.each([1, 100])("E12 an answer behind %i early hints is read", async (times) => {
    const taskId = await endedTask();
    await bench.breakPath(`/tasks/${taskId}$`, { kind: "early-hints", times });
    expect((await bench.readTask(taskId)).status).toBe(200);
  });

  it.each<[string, Fault]>([
    ["HTML", { kind: "html" }],
    ["JSON labelled as text", { kind: "content-type", value: "text/plain" }],
    ["JSON without a label", { kind: "content-type", value: null }],
    ["an empty body", bytes("")],
    ["null", bytes("null")],
    ["a list", bytes("[]")],
    ["a text", bytes('"str"')],
  ])("E13 %s with status 200 is unreadable", async (_, fault) => {
    await expectKept(await endedTask(), fault, INVALID);
  });

  it.each([
    ["cut with its length", { kind: "truncated" }, UNAVAILABLE],
    ["cut in chunks", { kind: "cut-chunks" }, UNAVAILABLE],
    ["shorter than its length", { kind: "wrong-length", by: 7 }, UNAVAILABLE],
    ["longer than its length", { kind: "wrong-length", by: -7 }, INVALID],
  ])("E14 a body %s is asked for again", async (_, fault, reason) => {
    await expectKept(await endedTask(), fault, reason);
  });

  it("E15 a byte order mark is read over", async () => {
    const taskId = await endedTask();
    await bench.breakPath(`/tasks/${taskId}$`, bytes(`\uFEFF${await bodyOf(taskId)}`));
    expect((await bench.readTask(taskId)).status).toBe(200);
  });

  it.each<[string, (body: string) => Buffer | string]>([
    ["two byte order marks", (body) => `\uFEFF\uFEFF${body}`],
    ["UTF-16", (body) => Buffer.from(body, "utf16le")],
    ["UTF-16 with its mark", (body) => Buffer.from(`\uFEFF${body}`, "utf16le")],
    ["a byte that is no UTF-8", (body) => Buffer.from(body.replace('"', '"\u00ff'), "latin1")],
    ["a character cut at the end", (body) => Buffer.concat([Buffer.from(body), Buffer.of(0xe2)])],
    ["garbage behind it", (body) => `${body}x`],
    ["a second line of JSON", (body) => `${body}\n${body}`],
  ])("E15 %s is not tolerated", async (_, write) => {
    const taskId = await endedTask();
    await expectKept(taskId, bytes(write(await bodyOf(taskId))), INVALID);
  });

  it.each([301, 302, 303, 307, 308])("E21 a redirect (%i) is not followed", async (status) => {
    const taskId = await endedTask();
    const { origin, requests } = bench.storage();
    for (const location of [`${origin}/elsewhere`, `/api/v2/tasks/${taskId}`, "/api/v2/tasks"]) {
      bench.restart();
      await expectKept(taskId, { kind: "redirect", location, status }, UNAVAILABLE);
    }
    expect(requests).toEqual([]);
    expect(await bench.statuses("/api/v2/tasks?")).toEqual([]);
  });

  it.each([
    ["two encodings", "gzip, gzip"],
    ["an unknown encoding", "rot13"],
    ["an encoding that it has not", "gzip"],
    ["another encoding that it has not", "br"],
  ])("E23 a body labelled with %s is an error", async (_, encoding) => {
    const taskId = await endedTask();
    const { body } = await bench.readTask(taskId);
    const fault = bytes(await bodyOf(taskId), { "content-encoding": encoding });
    await bench.breakPath(`/tasks/${taskId}$`, fault);
    await bench.readAfter(3000, taskId);
    const broken = await bench.readAfter(3000, taskId);
    expect(field(broken.body, "stale", "reason")).toMatch(/^upstream-(invalid|unavailable)$/);
    expect(field(broken.body, "revision")).toBe(field(body, "revision"));
  });

  it.each([
    ["a thousand headers", { kind: "many-headers", count: 1000, size: 20 }],
    ["a header of 64 KB", { kind: "many-headers", count: 1, size: 65_536 }],
  ])("E24 %s are too many", async (_, fault) => {
    await expectKept(await endedTask(), fault, UNAVAILABLE);
  });
});

describe("an upstream that sends more than it seems", () => {
  it.each([
    ["gzip", 10],
    ["gzip", 10_240],
    ["br", 64],
    ["deflate", 64],
  ])(
    "E22 a body packed with %s to %i MB of nothing costs less than 100 MB",
    async (encoding, megabytes) => {
      const taskId = await bench.newTask("stack-trace", "current");
      await bench.breakPath(`/tasks/${taskId}$`, { kind: "bomb", encoding, megabytes });
      const before = process.memoryUsage().rss;
      let most = before;
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage().rss);
      }, 2);
      const { status, body } = await bench.readTask(taskId);
      clearInterval(watch);
      expect([status, field(body, "code")]).toEqual([502, INVALID]);
      expect((most - before) / 1024 / 1024).toBeLessThan(100);
    },
  );

  it("E22 bombs open the breaker", async () => {
    await bench.breakPath("/api/v2/", { kind: "bomb", encoding: "gzip", megabytes: 40 });
    for (let failure = 0; failure < 6; failure++) {
      await bench.readAfter(3000, await bench.newTask("running", "current"));
    }
    // The sixth was a probe; there is none a moment later.
    const taskId = await bench.newTask("running", "current");
    expect(field((await bench.readTask(taskId)).body, "code")).toBe(INVALID);
    expect(await bench.taskCalls(taskId)).toBe(0);
  });
});
