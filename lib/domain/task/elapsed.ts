import type { Task } from "./task";
import { isFinal } from "./task-status";

/**
 * Seconds a task has run by `now` (epoch milliseconds, on the server's clock), or `null` before it started
 * and for a final task that never says when it ended. Never negative, whatever the clocks say.
 */
export function elapsedSeconds(
  task: Pick<Task, "status" | "startedAt" | "finishedAt">,
  now: number,
): number | null {
  if (task.startedAt === null) return null;
  if (task.finishedAt === null && isFinal(task.status)) return null;
  const end = task.finishedAt === null ? now : Date.parse(task.finishedAt);
  const seconds = (end - Date.parse(task.startedAt)) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}
