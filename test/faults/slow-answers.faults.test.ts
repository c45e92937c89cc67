import { afterEach, describe, expect, it, vi } from "vitest";
import { field } from "@/e2e/emulator/test-emulator";
import { ANY_CONTRACT, faultBench } from "./faults";

const bench = faultBench();

afterEach(() => {
  vi.useRealTimers();
});

/** Lets the network work, without timers: those stand still. */
async function settle(): Promise<void> {
  const until = performance.now() + 60;
  while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve));
}

/** Reads while the timers stand still; `pass` moves them and tells the answer's status once there is one. */
async function readUnderTimers(taskId: string) {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let result: { status: number; code: unknown } | null = null;
  void bench.readTask(taskId).then(({ status, body }) => {
    result = { status, code: field(body, "code") ?? null };
  });
  while ((await bench.taskCalls(taskId)) === 0) await settle();
  return {
    pass: async (ms: number) => {
      await settle();
      vi.advanceTimersByTime(ms);
      await settle();
      return result;
    },
    /** The answer, which no timer has to bring any more. */
    answer: async () => {
      for (let turn = 0; result === null && turn < 100; turn++) await settle();
      return result;
    },
  };
}

const TIMEOUT = { status: 504, code: "upstream-timeout" };

describe.each(ANY_CONTRACT)("an upstream that is slow, %s contract", (contract) => {
  const slowTask = async (fault: Parameters<typeof bench.breakPath>[1]) => {
    const taskId = await bench.newTask("stack-trace", contract);
    await bench.breakPath(`/tasks/${taskId}$`, fault);
    return taskId;
  };

  it("E16 headers after four seconds are waited for", async () => {
    const { pass, answer } = await readUnderTimers(
      await slowTask({ kind: "slow-headers", ms: 4000 }),
    );
    expect(await pass(3900)).toBeNull();
    await pass(200);
    expect(await answer()).toEqual({ status: 200, code: null });
  });

  it.each([
    ["E16", "headers after eleven seconds", { kind: "slow-headers", ms: 11_000 }],
    ["E18", "a connection that is accepted and silent", { kind: "hang" }],
    ["E19", "headers that stop midway", { kind: "stalled-headers" }],
  ])("%s %s end after ten", async (_, __, fault) => {
    const { pass, answer } = await readUnderTimers(await slowTask(fault));
    expect(await pass(9900)).toBeNull();
    await pass(200);
    expect(await answer()).toEqual(TIMEOUT);
  });

  it.each([
    ["E17", "a body of one byte a second", { kind: "byte-by-byte", ms: 1000 }],
    ["E19", "a body that stops midway", { kind: "stalled-body" }],
  ])("%s %s ends after fifteen seconds", async (_, __, fault) => {
    const { pass, answer } = await readUnderTimers(await slowTask(fault));
    for (let second = 0; second < 14; second++) expect(await pass(1000)).toBeNull();
    await pass(1100);
    expect(await answer()).toEqual(TIMEOUT);
  });

  it("E18 forty tasks before a silent upstream make sixteen calls at once", async () => {
    await bench.breakPath("/api/v2/", { kind: "hang" });
    const taskIds: string[] = [];
    for (let made = 0; made < 40; made++) taskIds.push(await bench.newTask("running", contract));
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let statuses: number[] = [];
    void Promise.all(taskIds.map((taskId) => bench.readTask(taskId))).then((answers) => {
      statuses = answers.map(({ status }) => status);
    });
    while ((await bench.taskCalls("")) < 16) await settle();
    await settle();
    expect(await bench.taskCalls("")).toBe(16);
    while (statuses.length === 0) {
      vi.advanceTimersByTime(10_000);
      await settle();
    }
    expect(statuses).toEqual(taskIds.map(() => 504));
    // With the fifth that is not answered, those that still wait are not called any more.
    expect(await bench.taskCalls("")).toBeLessThanOrEqual(16 + 5);
  });
});

it("E28 an upstream that takes three seconds makes no viewer of a seen task wait", async () => {
  const taskId = await bench.newTask("running", "current", { startAtStep: 3 });
  await bench.readTask(taskId);
  const p95After = async (ms: number, watchedMs: number) => {
    await bench.breakPath(`/tasks/${taskId}$`, { kind: "slow-headers", ms });
    const times: number[] = [];
    const until = Date.now() + watchedMs;
    while (Date.now() < until) {
      const began = performance.now();
      const { status, body } = await bench.readTask(taskId);
      times.push(performance.now() - began);
      expect([status, field(body, "stale")]).toEqual([200, null]);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
  };
  // Whoever waited for the call would wait for half a second.
  expect(await p95After(100, 1000)).toBeLessThan(300);
  expect(await p95After(3000, 4000)).toBeLessThan(300);
});
