import "server-only";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import { isFinal } from "@/lib/domain/task/task-status";
import { ownText } from "@/lib/server/upstream/answer-source";
import { jsonSize } from "@/lib/server/upstream/cut-text";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";

/** The newest so many steps that are no longer reported are kept: an upstream that renames all cannot fill the memory. */
const MOST_VANISHED = 1000;

type Run = { task: Pick<Task, "startedAt"> };

/** False when a task was started anew. A start that is not told says nothing. */
export function isSameRun(shown: Run, next: Run): boolean {
  const [before, after] = [shown.task.startedAt, next.task.startedAt];
  return before === null || after === null || before === after;
}

/**
 * An answer with the steps of what is shown that it no longer reports, marked as such, while the same run
 * goes on. A step that moved to another number is not gone, and the final answer stands as it is.
 */
export function withVanishedSteps(shown: UpstreamTask | null, next: UpstreamTask): UpstreamTask {
  if (shown === null || isFinal(next.task.status) || !isSameRun(shown, next)) return next;
  const vanished = vanishedSteps(shown.steps, next.steps);
  if (vanished.length === 0) return next;
  const screenshotUrls = new Map(next.screenshotUrls);
  for (const { number } of vanished) {
    const address = shown.screenshotUrls.get(number);
    // A part of the text of an answer would keep all of it in memory.
    if (address !== undefined) screenshotUrls.set(number, ownText(address));
  }
  const steps = [...next.steps, ...vanished].sort((a, b) => a.number - b.number);
  const task = { ...next.task, stepCount: next.task.stepCount + vanished.length };
  const bytes = vanished.reduce((sum, step) => sum + jsonSize(step), next.bytes);
  return { ...next, task, steps, screenshotUrls, bytes };
}

/** The steps that an answer no longer reports, by their numbers. */
export function goneSteps(shown: readonly Step[], next: readonly Step[]): readonly Step[] {
  // The usual answer: what is shown, and more.
  if (shown.every(({ number }, index) => next[index]?.number === number)) return [];
  const reported = new Set(next.map(({ number }) => number));
  return shown.filter(({ number }) => !reported.has(number));
}

function vanishedSteps(shown: readonly Step[], next: readonly Step[]): Step[] {
  const gone = goneSteps(shown, next);
  if (gone.length === 0) return [];
  const before = new Map(shown.map((step) => [step.number, identityOf(step)]));
  const moved = new Set<string>();
  for (const step of next) {
    const identity = identityOf(step);
    if (before.get(step.number) !== identity) moved.add(identity);
  }
  return gone
    .filter((step) => !moved.has(identityOf(step)))
    .slice(-MOST_VANISHED)
    .map((step) => (step.isReported ? { ...step, isReported: false } : step));
}

/** What makes a step itself, whatever number it stands under. */
function identityOf({ screenshotKey, url, nextGoal, memory, actions }: Step): string {
  return JSON.stringify([screenshotKey, url, nextGoal, memory, actions]);
}
