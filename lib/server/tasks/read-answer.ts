import "server-only";
import { LRUCache } from "lru-cache";
import type { TaskDelta, TaskSnapshot } from "@/lib/contract/task-snapshot";
import { processWide } from "@/lib/server/process-wide";
import { getTaskStore, getTaskWatch } from "./process-task-store";
import { readSnapshot, type SnapshotReading } from "./read-snapshot";
import { deltaSince, noteSnapshot, type SnapshotHistory } from "./snapshot-history";
import { snapshotEtag } from "./snapshot-etag";
import { waitForChange } from "./wait-for-change";

const MOST_TASKS = 500;
/** Viewers who ask the same within this time get the same body, in milliseconds. */
const SAME_BODY_MS = 2000;
const MOST_BODIES = 300;

type Body = TaskSnapshot | TaskDelta;

/** The body of an answer, the same object for all who ask the same, and the snapshot it stands for. */
type AnswerReading =
  { ok: true; snapshot: TaskSnapshot; body: Body } | Extract<SnapshotReading, { ok: false }>;

/** How long to hold the answer while it would say nothing new, and when the viewer has gone. */
type Hold = { ms: number; signal: AbortSignal };

/**
 * Reads a task for a viewer who knows the revision `since`: what changed, or everything. Nothing new is not
 * told before the hold ends; an answer that carries a label is told at once. Never throws.
 */
export async function readAnswer(
  taskId: string,
  since: string | null,
  hold: Hold | null = null,
): Promise<AnswerReading> {
  const reading = await readHeld(taskId, since, hold);
  if (!reading.ok) return reading;
  const { snapshot } = reading;
  const histories = getHistories();
  const history = noteSnapshot(histories.get(taskId) ?? [], snapshot);
  histories.set(taskId, history);
  const bodies = getBodies();
  const name = JSON.stringify([taskId, since, snapshotEtag(snapshot), snapshot.fetchedAt]);
  const body = bodies.get(name) ?? bodyFor(history, since, snapshot);
  bodies.set(name, body);
  return { ok: true, snapshot, body };
}

function bodyFor(history: SnapshotHistory, since: string | null, snapshot: TaskSnapshot): Body {
  const delta = since === null ? null : deltaSince(history, since, snapshot);
  return delta ?? snapshot;
}

async function readHeld(
  taskId: string,
  since: string | null,
  hold: Hold | null,
): Promise<SnapshotReading> {
  const reading = await readSnapshot(taskId);
  if (!reading.ok || hold === null || hold.ms <= 0) return reading;
  const { snapshot } = reading;
  if (snapshot.revision !== since || snapshot.stale !== null) return reading;
  return waitForChange(taskId, snapshot, {
    store: getTaskStore(),
    watch: getTaskWatch(),
    ...hold,
  });
}

function getHistories(): LRUCache<string, SnapshotHistory> {
  return processWide(
    "snapshot-histories",
    () => new LRUCache<string, SnapshotHistory>({ max: MOST_TASKS }),
  );
}

function getBodies(): LRUCache<string, Body> {
  const options = { max: MOST_BODIES, ttl: SAME_BODY_MS, ttlAutopurge: true };
  return processWide("answer-bodies", () => new LRUCache<string, Body>(options));
}
