import "server-only";
import { LRUCache } from "lru-cache";
import type { TaskDelta, TaskSnapshot } from "@/lib/contract/task-snapshot";
import { processWide } from "@/lib/server/process-wide";
import { readSnapshot, type SnapshotReading } from "./read-snapshot";
import { deltaSince, noteSnapshot, type SnapshotHistory } from "./snapshot-history";

const MOST_TASKS = 500;

/** The body of an answer, and the snapshot it stands for. */
type AnswerReading =
  | { ok: true; snapshot: TaskSnapshot; body: TaskSnapshot | TaskDelta }
  | Extract<SnapshotReading, { ok: false }>;

/** Reads a task for a viewer who knows the revision `since`: what changed, or everything. Never throws. */
export async function readAnswer(taskId: string, since: string | null): Promise<AnswerReading> {
  const reading = await readSnapshot(taskId);
  if (!reading.ok) return reading;
  const { snapshot } = reading;
  const histories = getHistories();
  const history = noteSnapshot(histories.get(taskId) ?? [], snapshot);
  histories.set(taskId, history);
  const delta = since === null ? null : deltaSince(history, since, snapshot);
  return { ok: true, snapshot, body: delta ?? snapshot };
}

function getHistories(): LRUCache<string, SnapshotHistory> {
  return processWide(
    "snapshot-histories",
    () => new LRUCache<string, SnapshotHistory>({ max: MOST_TASKS }),
  );
}
