import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deltaSince } from "@/lib/server/tasks/snapshot-history";
import { KeptTasks } from "@/lib/server/tasks/kept-tasks";
import { answerTexts } from "@/test/upstream/answer-texts";
import { TASK_ID } from "@/test/upstream/task";
import type { UpstreamTask } from "./contracts/upstream-task";
import { cutTask } from "./cut-task";
import { UpstreamError } from "./errors";
import { createTaskReader } from "./read-task";

/** A reader over one text, and what it warned of. */
function readerOf(text: string) {
  const warnings: unknown[] = [];
  const reader = createTaskReader({
    client: {
      getJson: () => Promise.reject(new UpstreamError("task-not-found", "No session here")),
      getText: (_, read) => Promise.resolve().then(() => read(text)),
      act: () => Promise.reject(new Error("Nothing is changed here")),
    },
    allowLiveUrl: () => null,
    now: () => 0,
    warn: (fields, message) => warnings.push([message, fields]),
  });
  return { reader, warnings };
}

/** What came of a reading, as one value: the order of names counts, the source does not. */
async function outcomeOf(text: string, before: UpstreamTask | null) {
  const { reader, warnings } = readerOf(text);
  const task = await reader.getTask(TASK_ID, before).catch((error: unknown) => error);
  if (!(task instanceof UpstreamError) && task instanceof Error) throw task;
  if (task instanceof UpstreamError) return { task: null, said: `${task.code} ${task.message}` };
  // What is no error is a task.
  const read = task as UpstreamTask;
  return { task: read, said: JSON.stringify([textOf(read), read.bytes, warnings]) };
}

const textOf = (task: UpstreamTask) => {
  const screenshotUrls = [...task.screenshotUrls];
  return JSON.stringify({ ...task, screenshotUrls, source: undefined, bytes: undefined });
};

describe.each(["documented", "current"] as const)("answers of the %s contract", (contract) => {
  it("are read by what is new in them as if each came first", async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(answerTexts(contract), async (texts) => {
        const [stepByStep, anew] = [new KeptTasks(), new KeptTasks()];
        let before: UpstreamTask | null = null;
        for (const text of texts) {
          const fresh = await outcomeOf(text, null);
          const next = await outcomeOf(text, before);
          expect(next.said).toBe(fresh.said);
          if (next.task === null || fresh.task === null) continue;
          if (next.task.source !== undefined) kept += 1;
          stepByStep.accept("a", next.task, 0, 0);
          anew.accept("a", fresh.task, 0, 0);
          expect(historyOf(stepByStep)).toEqual(historyOf(anew));
          before = stepByStep.get("a")?.upstream ?? null;
        }
      }),
      { numRuns: 200 },
    );
    expect(kept).toBeGreaterThan(300);
  }, 120_000);

  it("are read in pieces as they are read in one", async () => {
    await fc.assert(
      fc.asyncProperty(answerTexts(contract), async ([text = ""]) => {
        const pieces = await outcomeOf(text, null);
        const { reader } = readerOf(text);
        const whole = cutTask(await reader.getFullTask(TASK_ID));
        expect(pieces.task === null ? null : textOf(pieces.task)).toBe(textOf(whole));
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});

/** The revisions of a task, and what leads from each to the last one. */
function historyOf(tasks: KeptTasks): unknown {
  const task = tasks.get("a");
  if (task === null) return null;
  const { revision, history, upstream } = task;
  const { task: head, steps } = upstream;
  const snapshot = { revision, fetchedAt: "", stale: null, task: head, steps };
  return history.map((entry) => [entry.revision, deltaSince(history, entry.revision, snapshot)]);
}
