import "server-only";
import { currentTaskSchema } from "./current-schema";
import { currentToDomain } from "./current-to-domain";
import { currentTask } from "./test-task";
import type { WholeTask } from "./upstream-task";

/** A running task as the current contract tells it, with these fields laid over it. */
export function wholeTask(more: Record<string, unknown>): WholeTask {
  return currentToDomain(currentTaskSchema.parse(currentTask(more)), null, () => null);
}
