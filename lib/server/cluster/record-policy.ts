import "server-only";
import { isFinal, type TaskStatus } from "@/lib/domain/task/task-status";
import type { ClusterRecord } from "./cluster-record";

/** A task that has been final for so long is asked for once in as long. */
const FINAL_MS = 60_000;
/** Instances are due at the same moment, give or take the way to the cache and back. */
const TOLERANCE = 0.02;

/** What an instance remembers of a record it has read. Times are milliseconds. */
export type RecordFacts = {
  tookMs: number;
  /** Nobody calls before so much time has passed since the call began. */
  freshMs: number;
  /** The upstream asked for a pause; the cooldown says so to all. */
  isRateLimit: boolean;
  failuresInARow: number;
  finalForMs: number | null;
};

/** What matters of a record to those who may call next. */
export function factsOf(record: ClusterRecord, intervalMs: number): RecordFacts {
  if (record.kind === "failure") {
    const { tookMs, pauseMs, code, inARow } = record;
    const isRateLimit = code === "upstream-rate-limited";
    const freshMs = tookMs + Math.max(intervalMs * (1 - TOLERANCE), pauseMs);
    return { tookMs, freshMs, isRateLimit, failuresInARow: inARow, finalForMs: null };
  }
  const { tookMs, finalForMs, upstream } = record;
  const isSettled = isFinal(upstream.task.status) && finalForMs !== null && finalForMs >= FINAL_MS;
  const pause = isSettled ? Math.max(intervalMs, FINAL_MS) : intervalMs;
  const freshMs = pause * (1 - TOLERANCE);
  return { tookMs, freshMs, isRateLimit: false, failuresInARow: 0, finalForMs };
}

/** Who asks for a task. Times are milliseconds. */
export type Asking = {
  /** Since it began to ask. */
  waitedMs: number;
  /** Since what it holds was read from the upstream; `null` when it holds nothing. */
  knownAgeMs: number | null;
  /** Its presigned addresses have expired. */
  isRenewal: boolean;
};

/** A record that was found. Times are milliseconds. */
export type FoundRecord = {
  facts: RecordFacts;
  /** Since it was written. */
  ageMs: number;
  /** Since its call began. */
  askedAgoMs: number;
  /** This instance has had its content. */
  wasHandedOver: boolean;
};

/** What a record is good for: to be handed over, to say that nothing newer is due, or for nothing. */
export type RecordUse = "hand-over" | "nothing-newer" | "out-of-date";

/** Decides what to do with a record. */
export function decideUse(record: FoundRecord, asking: Asking): RecordUse {
  const { facts, ageMs, askedAgoMs } = record;
  const cameWhileWaiting = ageMs <= asking.waitedMs;
  if (facts.isRateLimit || (asking.isRenewal && !cameWhileWaiting)) return "out-of-date";
  if (!cameWhileWaiting && askedAgoMs >= facts.freshMs) return "out-of-date";
  return isNews(record, asking) ? "hand-over" : "nothing-newer";
}

/** True when a record is newer than what the instance holds. */
export function isNews(
  record: Pick<FoundRecord, "ageMs" | "wasHandedOver">,
  { knownAgeMs, waitedMs }: Asking,
): boolean {
  if (knownAgeMs === null) return true;
  return !record.wasHandedOver && record.ageMs < knownAgeMs + waitedMs;
}

/** For how long a task has been final when a call of `tookMs` ends, by the record before it; `null` when it is not. */
export function finalForMs(
  status: TaskStatus,
  before: Pick<FoundRecord, "facts" | "ageMs"> | null,
  tookMs: number,
): number | null {
  if (!isFinal(status)) return null;
  const known = before?.facts.finalForMs ?? null;
  return known === null || before === null ? 0 : known + before.ageMs + tookMs;
}
