import { expect, it, vi } from "vitest";
import { CallQueue } from "@/lib/server/upstream/call-queue";
import { cutTask } from "@/lib/server/upstream/cut-task";
import { TASK_ID, wireStep } from "@/test/upstream/task";
import { fullTask } from "@/test/upstream/full-task";
import { createReadAnswer } from "./read-answer";
import * as history from "./snapshot-history";
import { TaskStore } from "./task-store";
import { watchTasks } from "./task-watch";

vi.mock("./snapshot-history", async (original) => {
  const actual = await original<typeof history>();
  return { ...actual, deltaSince: vi.fn(actual.deltaSince) };
});

it("what changed between two revisions is found once for all who know the older one", async () => {
  let [now, stepCount] = [Date.parse("2026-01-02T03:05:00Z"), 1];
  const store = new TaskStore({
    getTask: () => {
      const steps = Array.from({ length: stepCount }, (_, index) => wireStep(index + 1));
      return Promise.resolve(cutTask(fullTask({ steps })));
    },
    queue: new CallQueue(16, 1000),
    intervalMs: 1000,
    now: () => now,
    random: () => 0.5,
    later: () => () => undefined,
    onFailure: () => undefined,
  });
  const readAnswer = createReadAnswer(store, watchTasks(store, 1000, new AbortController().signal));
  const first = await readAnswer(TASK_ID, null);
  if (!first.ok) throw new Error(first.code);
  [now, stepCount] = [now + 5000, 2];
  await store.read(TASK_ID);
  const viewers = Array.from({ length: 50 }, () => readAnswer(TASK_ID, first.snapshot.revision));
  const bodies = (await Promise.all(viewers)).map((reading) => (reading.ok ? reading.body : null));
  expect(new Set(bodies).size).toBe(1);
  expect(bodies[0]?.value).toMatchObject({ delta: true, steps: [{ number: 1 }, { number: 2 }] });
  expect(history.deltaSince).toHaveBeenCalledTimes(1);
});
