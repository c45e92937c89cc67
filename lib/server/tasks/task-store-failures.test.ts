import { beforeEach, describe, expect, it, vi } from "vitest";
import { UpstreamError } from "@/lib/server/upstream/errors";
import { CallQueue } from "@/lib/server/upstream/call-queue";
import { currentToDomain } from "@/lib/server/upstream/contracts/current-to-domain";
import { currentTaskSchema } from "@/lib/server/upstream/contracts/current-schema";
import { currentTask, TASK_ID, wireStep } from "@/test/upstream/task";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import { TaskStore } from "./task-store";

const START = Date.parse("2026-01-02T03:05:00Z");
const TASKS = Array.from({ length: 200 }, (_, index) =>
  TASK_ID.replace("0a1b2c3d", index.toString(16).padStart(8, "0")),
);
let now = START;
let getTask = vi.fn<(taskId: string) => Promise<UpstreamTask>>();
let store: TaskStore;

beforeEach(() => {
  now = START;
  getTask = vi.fn(() => Promise.resolve(read()));
  store = new TaskStore({
    getTask,
    queue: new CallQueue(16, 1000),
    intervalMs: 1000,
    now: () => now,
    random: () => 0.999,
    later: () => () => undefined,
    onFailure: () => undefined,
  });
});

function read(more: Record<string, unknown> = {}): UpstreamTask {
  const wire = currentTaskSchema.parse(currentTask(more));
  return { ...currentToDomain(wire, null, () => null), bytes: 1000 };
}

function fail(code: UpstreamError["code"]): void {
  getTask.mockImplementation(() => Promise.reject(new UpstreamError(code, "test")));
}

function answer(more: Record<string, unknown> = {}): void {
  getTask.mockImplementation(() => Promise.resolve(read(more)));
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Reads, lets the call that this started end, and reads again. */
async function readTwice(taskId = TASK_ID) {
  await store.read(taskId);
  await settle();
  return store.read(taskId);
}

/** Reads tasks once a second, for so many seconds. Gives the calls this made. */
async function watch(taskIds: readonly string[], seconds: number): Promise<number> {
  const before = getTask.mock.calls.length;
  for (let second = 0; second < seconds; second += 1) {
    now += 1000;
    for (const taskId of taskIds) void store.read(taskId);
    for (let turn = 0; turn < 20; turn += 1) await settle();
  }
  return getTask.mock.calls.length - before;
}

describe("the task store before a failing upstream", () => {
  it("E27 makes one call in two and a half seconds for two hundred watched tasks, and recovers within five", async () => {
    expect(await watch(TASKS, 3)).toBe(600);
    fail("upstream-unavailable");
    await watch(TASKS, 2);
    expect(await watch(TASKS, 600)).toBeLessThanOrEqual(600 / 2.5 + 1);
    answer();
    await watch(TASKS, 4);
    for (const taskId of TASKS)
      expect(await store.read(taskId)).toMatchObject({ snapshot: { stale: null } });
  });

  it("E27 recovers one watched task within five seconds however long it failed", async () => {
    await store.read(TASK_ID);
    fail("upstream-timeout");
    expect(await watch([TASK_ID], 300)).toBeLessThanOrEqual(125);
    answer();
    await watch([TASK_ID], 4);
    expect(await store.read(TASK_ID)).toMatchObject({ snapshot: { stale: null } });
  });

  it("labels tasks that it does not call with the cause after ten seconds", async () => {
    await watch(TASKS, 1);
    fail("upstream-invalid");
    await watch(TASKS, 12);
    const reasons = new Set<unknown>();
    for (const taskId of TASKS) {
      const reading = await store.read(taskId);
      reasons.add(reading.ok && reading.snapshot.stale?.reason);
    }
    expect([...reasons]).toEqual(["upstream-invalid"]);
  });

  it("goes on reading all others while one task fails, with few calls for that one", async () => {
    const [bad = "", ...others] = TASKS.slice(0, 5);
    getTask.mockImplementation((taskId) =>
      taskId === bad
        ? Promise.reject(new UpstreamError("upstream-unavailable", "test"))
        : Promise.resolve(read()),
    );
    await watch([bad, ...others], 100);
    const calls = (taskId: string) => getTask.mock.calls.filter(([id]) => id === taskId).length;
    expect(others.map(calls)).toEqual([100, 100, 100, 100]);
    expect(calls(bad)).toBeLessThanOrEqual(45);
  });

  it("opens a task for the first time although another one fails alone", async () => {
    fail("upstream-unavailable");
    await watch([TASK_ID], 60);
    answer();
    expect(await store.read(TASKS[7] ?? "")).toMatchObject({ ok: true });
  });
});

describe("the task store and answers that look wrong", () => {
  it("keeps the end of a task until two answers in a row take it back", async () => {
    const ended = { status: "finished", finishedAt: "2026-01-02T03:04:59" };
    answer(ended);
    await store.read(TASK_ID);
    for (const [wire, status] of [
      [{}, "finished"],
      [ended, "finished"],
      [{}, "finished"],
      [{}, "running"],
    ] as const) {
      answer(wire);
      now += 1000;
      expect(await readTwice()).toMatchObject({ snapshot: { task: { status } } });
    }
  });

  it("F08 passes over one answer without a step, and marks the step with the second", async () => {
    answer({ steps: [wireStep(1), wireStep(2), wireStep(3)] });
    await store.read(TASK_ID);
    answer({ steps: [wireStep(1), wireStep(3)] });
    for (const isReported of [true, false, false]) {
      now += 1000;
      const reading = await readTwice();
      const marks = reading.ok ? reading.snapshot.steps.map((step) => step.isReported) : [];
      expect(marks).toEqual([true, isReported, true]);
    }
  });

  it("E05 reports a task that was seen as gone after three answers that there is none", async () => {
    await store.read(TASK_ID);
    fail("task-not-found");
    for (let seconds = 1; seconds <= 2; seconds += 1) {
      now += 1000;
      expect(await readTwice()).toMatchObject({
        snapshot: { stale: { reason: "task-not-found" } },
      });
    }
    now += 1000;
    expect(await readTwice()).toMatchObject({ ok: false, code: "task-gone" });
    expect(store.peek(TASK_ID)).toBeNull();
    expect(getTask).toHaveBeenCalledTimes(4);
  });

  it("asks for an unknown task each five seconds for half a minute, then each half minute", async () => {
    fail("task-not-found");
    expect(await watch([TASK_ID], 36)).toBe(7);
    expect(await watch([TASK_ID], 120)).toBeLessThanOrEqual(4);
  });
});
