import "server-only";
import { currentTaskSchema } from "@/lib/server/upstream/contracts/current-schema";
import { currentToDomain } from "@/lib/server/upstream/contracts/current-to-domain";
import { currentTask } from "./task";
import type { FullTask } from "@/lib/server/upstream/contracts/upstream-task";

/** A running task as the current contract tells it, with these fields laid over it. */
export function fullTask(more: Record<string, unknown>): FullTask {
  return currentToDomain(currentTaskSchema.parse(currentTask(more)), null, () => null);
}
