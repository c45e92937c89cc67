import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { getTaskStore } from "./process-task-store";

/** A snapshot, or why there is none; `retryAfterSeconds` is whole seconds or `null`. */
export type SnapshotReading =
  | { ok: true; snapshot: TaskSnapshot }
  | { ok: false; code: ProblemCode; retryAfterSeconds: number | null };

/** Reads the snapshot of a task for a page or an answer. Expects a parsed id; never throws. */
export async function readSnapshot(taskId: string): Promise<SnapshotReading> {
  const reading = await getTaskStore().read(taskId);
  return reading.ok ? { ok: true, snapshot: reading.snapshot } : reading;
}
