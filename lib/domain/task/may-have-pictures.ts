import type { TaskContent } from "./task-content";
import { isFinal } from "./task-status";

/**
 * Whether a page keeps room for screenshots: not where a run that is over has none, nor where one of v4 has none so far,
 * as v4 promises none.
 */
export function mayHavePictures({ task, steps }: TaskContent): boolean {
  const isTold = isFinal(task.status) || task.run !== undefined;
  return !isTold || steps.length === 0 || steps.some(({ hasScreenshot }) => hasScreenshot);
}
