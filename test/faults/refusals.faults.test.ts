import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { field } from "@/e2e/emulator/test-emulator";
import { ANY_CONTRACT, faultBench } from "./faults";

const bench = faultBench();

beforeEach(() => {
  bench.freezeClock();
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(ANY_CONTRACT)("an upstream that refuses, %s contract", (contract) => {
  /** A task that was read, and how to let the upstream refuse it. */
  async function seenTask() {
    const taskId = await bench.newTask("running", contract, { startAtStep: 3 });
    expect((await bench.readTask(taskId)).status).toBe(200);
    const refuse = async (status: number) => {
      await bench.breakPath(`/tasks/${taskId}$`, { kind: "status", status });
      await bench.control("DELETE", "/requests");
      return bench.readAfter(1000, taskId);
    };
    return { taskId, refuse };
  }

  it.each([
    ["E01", 401, "key-rejected"],
    ["E03", 403, "key-rejected"],
    ["E07", 400, "upstream-refused"],
    ["E07", 405, "upstream-refused"],
    ["E07", 451, "upstream-refused"],
  ])(
    "%s after %i nobody is shown old data, and nobody asks for a minute",
    async (_, status, code) => {
      const { taskId, refuse } = await seenTask();
      const refused = await refuse(status);
      expect([refused.status, field(refused.body, "code")]).toEqual([502, code]);
      expect(refused.headers.get("retry-after")).toBe("60");
      const later = await bench.readAfter(58_000, taskId);
      expect([later.status, later.headers.get("retry-after")]).toEqual([502, "2"]);
      expect(await bench.taskCalls(taskId)).toBe(1);
      await bench.control("DELETE", "/faults");
      expect((await bench.readAfter(2000, taskId)).status).toBe(200);
      expect(await bench.taskCalls(taskId)).toBe(2);
    },
  );

  it("E03 the words say that the key may not read the task", async () => {
    const { refuse } = await seenTask();
    expect(field((await refuse(403)).body, "detail")).toContain("does not let it read this task");
  });

  it("E02 402 is said, and a task that was seen stays", async () => {
    const { taskId, refuse } = await seenTask();
    const { status, body } = await refuse(402);
    expect([status, field(body, "stale", "reason")]).toEqual([200, "credits-exhausted"]);
    expect(field(body, "steps")).toHaveLength(3);
    bench.restart();
    const first = await bench.readTask(taskId);
    expect([first.status, field(first.body, "code")]).toEqual([502, "credits-exhausted"]);
  });

  it("E04 a task that is not found is asked for each five seconds for half a minute, then each half minute", async () => {
    const taskId = await bench.newTask("running", contract);
    await bench.breakPath(`/tasks/${taskId}$`, { kind: "status", status: 404 });
    const callsAt: number[] = [];
    let calls = 0;
    for (let second = 0; second <= 90; second++) {
      const { status, body } = await bench.readAfter(second === 0 ? 0 : 1000, taskId);
      expect([status, field(body, "code")]).toEqual([404, "task-not-found"]);
      const now = await bench.taskCalls(taskId);
      if (now > calls) callsAt.push(second);
      calls = now;
    }
    expect(callsAt).toEqual([0, 5, 10, 15, 20, 25, 30, 60, 90]);
  });

  it("E05 a task that was seen is gone with the third answer that there is none", async () => {
    const { taskId, refuse } = await seenTask();
    const first = await refuse(404);
    const second = await bench.readAfter(1000, taskId);
    for (const { status, body } of [first, second]) {
      expect([status, field(body, "stale", "reason")]).toEqual([200, "task-not-found"]);
    }
    const third = await bench.readAfter(1000, taskId);
    expect([third.status, field(third.body, "code")]).toEqual([410, "task-gone"]);
    await bench.readAfter(29_000, taskId);
    expect(await bench.taskCalls(taskId)).toBe(3);
  });

  it("E06 422 is said to be no task id, and a text that is none reaches no upstream", async () => {
    const { refuse } = await seenTask();
    const { status, body } = await refuse(422);
    expect([status, field(body, "code")]).toEqual([400, "bad-task-id"]);
    await bench.control("DELETE", "/requests");
    expect((await bench.readTask("not-a-task")).status).toBe(400);
    expect(await bench.statuses("/tasks/")).toEqual([]);
  });

  it("E07 410 is said at once: the task is no longer available", async () => {
    const { taskId, refuse } = await seenTask();
    const { status, body } = await refuse(410);
    expect([status, field(body, "code")]).toEqual([410, "task-gone"]);
    await bench.readAfter(29_000, taskId);
    expect(await bench.taskCalls(taskId)).toBe(1);
  });
});
