import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Task } from "@/lib/domain/task/task";
import { UpstreamError } from "@/lib/server/upstream/errors";
import { currentToDomain } from "@/lib/server/upstream/contracts/current-to-domain";
import { currentTaskSchema } from "@/lib/server/upstream/contracts/current-schema";
import { currentTask, TASK_ID, wireStep } from "@/test/upstream/task";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import { CallQueue } from "@/lib/server/upstream/call-queue";
import { TaskStore, type TaskReading } from "./task-store";

const START = Date.parse("2026-01-02T03:05:00Z");
let now = START;
let getTask = vi.fn<(taskId: string) => Promise<UpstreamTask>>();
let store: TaskStore;
let planned: { run: () => void; at: number }[] = [];

beforeEach(() => {
  now = START;
  planned = [];
  getTask = vi.fn(() => Promise.resolve(read()));
  store = new TaskStore({
    getTask,
    queue: new CallQueue(16, 1000),
    intervalMs: 1000,
    now: () => now,
    random: () => 0.5,
    later: (run, ms) => {
      const plan = { run, at: now + ms };
      planned.push(plan);
      return () => {
        planned = planned.filter((other) => other !== plan);
      };
    },
    onFailure: () => undefined,
  });
});

function read(more: Record<string, unknown> = {}): UpstreamTask {
  const wire = currentTaskSchema.parse(currentTask(more));
  return { ...currentToDomain(wire, null, () => null), bytes: 1000 };
}

function fail(code: UpstreamError["code"], retryAfterSeconds: number | null = null): void {
  getTask.mockImplementation(() =>
    Promise.reject(new UpstreamError(code, "test", retryAfterSeconds)),
  );
}

/** Reads, lets the call that this started end, and reads again. */
async function readTwice(taskId = TASK_ID): Promise<TaskReading> {
  await store.read(taskId);
  await new Promise((resolve) => setImmediate(resolve));
  return store.read(taskId);
}

/** Lets the time pass and runs what was planned for it. */
async function pass(ms: number): Promise<void> {
  now += ms;
  const due = planned.filter(({ at }) => at <= now);
  planned = planned.filter(({ at }) => at > now);
  for (const { run } of due) run();
  await new Promise((resolve) => setImmediate(resolve));
}

describe("the task store", () => {
  it("makes one call for a hundred readers at once", async () => {
    const readings = await Promise.all(Array.from({ length: 100 }, () => store.read(TASK_ID)));
    expect(getTask).toHaveBeenCalledTimes(1);
    expect(new Set(readings.map((reading) => reading.ok && reading.snapshot.revision)).size).toBe(
      1,
    );
  });

  it("makes one call for each interval however often it is read", async () => {
    for (let tick = 0; tick < 50; tick += 1) {
      await store.read(TASK_ID);
      now += 100;
    }
    expect(getTask).toHaveBeenCalledTimes(5);
  });

  it("shares a failure among readers for one interval", async () => {
    fail("upstream-unavailable");
    await Promise.all(Array.from({ length: 20 }, () => store.read(TASK_ID)));
    now += 900;
    expect(await store.read(TASK_ID)).toEqual({
      ok: false,
      code: "upstream-unavailable",
      retryAfterSeconds: null,
    });
    expect(getTask).toHaveBeenCalledTimes(1);
    now += 100;
    await store.read(TASK_ID);
    expect(getTask).toHaveBeenCalledTimes(2);
  });

  it("serves the last good answer, labelled, for ten minutes of failures", async () => {
    await store.read(TASK_ID);
    fail("upstream-unavailable");
    now += 5000;
    const since = new Date(START).toISOString();
    expect(await readTwice()).toMatchObject({ snapshot: { fetchedAt: since, stale: null } });
    now += 1000;
    expect(await readTwice()).toMatchObject({
      ok: true,
      snapshot: { fetchedAt: since, stale: { since, reason: "upstream-unavailable" } },
    });
    now = START + 600_000;
    expect(await store.read(TASK_ID)).toMatchObject({ ok: true });
    now = START + 601_001;
    expect(await store.read(TASK_ID)).toMatchObject({ ok: false, code: "upstream-unavailable" });
  });

  it("takes the label off with the next good answer", async () => {
    await store.read(TASK_ID);
    fail("upstream-timeout");
    now += 2000;
    await readTwice();
    now += 2500;
    expect(await readTwice()).toMatchObject({
      snapshot: { stale: { reason: "upstream-timeout" } },
    });
    getTask.mockImplementation(() => Promise.resolve(read()));
    now += 2500;
    expect(await store.read(TASK_ID)).toMatchObject({ snapshot: { stale: null } });
  });

  it.each(["task-gone", "key-rejected", "upstream-refused"] as const)(
    "never serves a stale answer after %s",
    async (code) => {
      await store.read(TASK_ID);
      fail(code);
      now += 1000;
      expect(await readTwice()).toMatchObject({ ok: false, code });
      expect(store.peek(TASK_ID)).toBeNull();
    },
  );

  it("asks again for an unknown task after five seconds", async () => {
    fail("task-not-found");
    await store.read(TASK_ID);
    now += 4999;
    await store.read(TASK_ID);
    expect(getTask).toHaveBeenCalledTimes(1);
    now += 1;
    getTask.mockImplementation(() => Promise.resolve(read()));
    expect(await store.read(TASK_ID)).toMatchObject({ ok: true });
  });

  it("holds the calls for all tasks as long as the upstream asks", async () => {
    const other = TASK_ID.replace("0a1b", "ffff");
    await store.read(TASK_ID);
    fail("upstream-rate-limited", 7);
    now += 1000;
    expect(await store.read(other)).toMatchObject({
      ok: false,
      code: "upstream-rate-limited",
      retryAfterSeconds: 7,
    });
    now += 6999;
    expect(await store.read(TASK_ID)).toMatchObject({ ok: true });
    expect(await store.read(other)).toMatchObject({ ok: false, retryAfterSeconds: 1 });
    expect(getTask).toHaveBeenCalledTimes(2);
    getTask.mockImplementation(() => Promise.resolve(read()));
    now += 1;
    expect(await store.read(other)).toMatchObject({ ok: true });
  });

  it("keeps the revision when only addresses are signed anew, and changes it with a step", async () => {
    const revisions = new Set<string>();
    for (const sig of ["1", "2", "3"]) {
      getTask.mockImplementation(() =>
        Promise.resolve(
          read({ steps: [wireStep(1, { screenshotUrl: `https://b.example/1.png?sig=${sig}` })] }),
        ),
      );
      const reading = await readTwice();
      if (reading.ok) revisions.add(reading.snapshot.revision);
      expect(reading).toMatchObject({ snapshot: { fetchedAt: new Date(now).toISOString() } });
      now += 1000;
    }
    expect(revisions.size).toBe(1);
    getTask.mockImplementation(() => Promise.resolve(read({ steps: [wireStep(1), wireStep(2)] })));
    const reading = await readTwice();
    expect(reading.ok && revisions.has(reading.snapshot.revision)).toBe(false);
  });

  it("asks about a final task as usual for a minute, then once a minute", async () => {
    const status: Task["rawStatus"] = "finished";
    getTask.mockImplementation(() =>
      Promise.resolve(read({ status, finishedAt: "2026-01-02T03:04:59" })),
    );
    for (; now < START + 60_000; now += 1000) await readTwice();
    expect(getTask).toHaveBeenCalledTimes(60);
    for (; now < START + 300_000; now += 1000) await readTwice();
    expect(getTask.mock.calls.length).toBeLessThanOrEqual(64);
  });

  it("renews addresses at most once a second", async () => {
    await store.read(TASK_ID);
    now += 500;
    await store.read(TASK_ID, true);
    expect(getTask).toHaveBeenCalledTimes(1);
    now += 500;
    await Promise.all([store.read(TASK_ID, true), store.read(TASK_ID, true)]);
    expect(getTask).toHaveBeenCalledTimes(2);
  });

  it("shows what it has while a slow call is out, and labels it once it is old", async () => {
    await store.read(TASK_ID);
    let finish: (task: UpstreamTask) => void = () => undefined;
    getTask.mockImplementation(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    now += 2000;
    expect(await store.read(TASK_ID)).toMatchObject({ ok: true, snapshot: { stale: null } });
    now += 9000;
    expect(await store.read(TASK_ID)).toMatchObject({
      snapshot: { stale: { reason: "upstream-timeout" } },
    });
    expect(getTask).toHaveBeenCalledTimes(2);
    finish(read());
  });

  it("makes regular readers wait for nothing, and the answer ready when they come", async () => {
    getTask.mockImplementation(() => Promise.resolve(read({ metadata: { at: now } })));
    await store.read(TASK_ID);
    await pass(1000);
    await readTwice();
    for (let tick = 0; tick < 10; tick += 1) {
      await pass(950);
      await pass(60);
      const calls = getTask.mock.calls.length;
      const reading = await store.read(TASK_ID);
      expect(reading.ok && now - Date.parse(reading.snapshot.fetchedAt)).toBeLessThanOrEqual(60);
      expect(getTask).toHaveBeenCalledTimes(calls);
    }
    const calls = getTask.mock.calls.length;
    for (let tick = 0; tick < 20; tick += 1) await pass(1000);
    expect(getTask.mock.calls.length - calls).toBeLessThanOrEqual(1);
  });

  it("turns a fault of our own into a problem instead of throwing", async () => {
    getTask.mockImplementation(() => Promise.reject(new TypeError("bug")));
    expect(await store.read(TASK_ID)).toMatchObject({ ok: false, code: "internal" });
  });
});
