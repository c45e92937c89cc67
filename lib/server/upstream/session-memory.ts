import "server-only";
import { LRUCache } from "lru-cache";
import type { TaskStatus } from "@/lib/domain/task/task-status";
import { isFinal } from "@/lib/domain/task/task-status";
import type { SessionFacts } from "./contracts/upstream-task";

const PAUSE_MS = 5000;
const STRAGGLING_MS = 120_000;
/** No browser session is kept longer than this. */
const KEPT_ALIVE_MS = 86_400_000;
const FAILURE_GRACE_MS = 30_000;

/** What was last learned about a task's session. Times are epoch milliseconds. */
export type SessionReading = {
  sessionId: string;
  askedAt: number;
  /** When the upstream last answered; `null` for never. */
  readAt: number | null;
  /** The task had ended by then, so the reading tells what its end left of the session. */
  taskHadEnded: boolean;
  session: SessionFacts;
};

/** Whether to ask for the session now, and why. */
export type SessionDecision =
  | { ask: true; reason: "never-asked" | "due" | "task-ended" }
  | { ask: false; reason: "asked-just-now" | "does-not-matter" };

/**
 * Decides whether a task's session is worth a call: while the task can still run, once when it has ended,
 * shortly after, and as long as the session was last seen active, at most once in five seconds. A task that
 * ended within a day is worth one call at the first look: its browser may have been kept alive.
 */
export function decideSessionRead(
  task: { status: TaskStatus; finishedAt: string | null },
  last: SessionReading | undefined,
  now: number,
): SessionDecision {
  if (last !== undefined && !last.taskHadEnded && isFinal(task.status)) {
    return { ask: true, reason: "task-ended" };
  }
  const endedAt = task.finishedAt === null ? null : Date.parse(task.finishedAt);
  const worthMs = last === undefined ? KEPT_ALIVE_MS : STRAGGLING_MS;
  const endedLongAgo = isFinal(task.status) && (endedAt === null || now - endedAt >= worthMs);
  if (endedLongAgo && last?.session?.status !== "active")
    return { ask: false, reason: "does-not-matter" };
  if (last === undefined) return { ask: true, reason: "never-asked" };
  return now - last.askedAt < PAUSE_MS
    ? { ask: false, reason: "asked-just-now" }
    : { ask: true, reason: "due" };
}

/** The reading after an attempt; one that failed keeps what was known for half a minute. */
export function afterSessionRead(
  sessionId: string,
  last: SessionReading | undefined,
  session: SessionFacts | "failed",
  taskHadEnded: boolean,
  now: number,
): SessionReading {
  if (session !== "failed") {
    return { sessionId, askedAt: now, readAt: now, taskHadEnded, session };
  }
  const readAt = last?.readAt ?? null;
  const isRecent = readAt !== null && now - readAt < FAILURE_GRACE_MS;
  const kept = isRecent ? (last?.session ?? null) : null;
  return { sessionId, askedAt: now, readAt, taskHadEnded, session: kept };
}

/** The readings by task id. */
export function createSessionMemory(): LRUCache<string, SessionReading> {
  return new LRUCache<string, SessionReading>({ max: 2000 });
}
