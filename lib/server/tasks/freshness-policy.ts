import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";
import { type TaskStatus, isFinal } from "@/lib/domain/task/task-status";
import { isTransient, type Failure, PROBE_MS } from "@/lib/server/upstream/failure-policy";

/** Longer than this a last good answer is not shown any more. */
const LONGEST_STALE_MS = 600_000;
/** A good answer this old while a call is still out is labelled: the upstream has become slow. */
const SLOW_MS = 10_000;
/** Failures in a row after which a young answer is labelled: an upstream that stumbles must not make pages flicker. */
const LABEL_AFTER = 2;
/** What asking again within the pause cannot change. */
const REFUSALS: ReadonlySet<ProblemCode> = new Set(["key-rejected", "upstream-refused"]);
const FINAL_TAIL_MS = 60_000;
const FINAL_MS = 60_000;
/** New presigned addresses of a task are asked for at most once in this time. */
export const RENEWAL_PAUSE_MS = 1000;

/** All a decision about one task depends on. Times are epoch milliseconds. */
export type ReadState = {
  /** When the last call started; `null` for never. */
  askedAt: number | null;
  /** The last call's failure; `null` when it brought an answer. */
  failure: Failure | null;
  /** The last good answer. */
  good: { fetchedAt: number; status: TaskStatus; finalSince: number | null } | null;
  /** No call at all before this time, because the upstream asked for a pause. */
  pausedUntil: number;
  pausedBy: ProblemCode;
  /** What keeps the upstream as a whole from being called; `null` while it answers. */
  outage: ProblemCode | null;
  /** When the upstream last came back; pauses from before then count no more. */
  backSince: number;
};

/** Whether to call the upstream now, and why. */
export type ReadDecision =
  | { ask: true; reason: "never-asked" | "due" | "retry" | "renewal" }
  | { ask: false; reason: "paused" | "fresh" | "refused-just-now" | "backing-off" | "final" };

/** Decides whether a reader causes a call. `isRenewal`: presigned addresses have expired, so freshness does not count. */
export function decideRead(
  state: ReadState,
  now: number,
  intervalMs: number,
  isRenewal: boolean,
): ReadDecision {
  if (now < state.pausedUntil) return { ask: false, reason: "paused" };
  if (state.askedAt === null) return { ask: true, reason: "never-asked" };
  const age = now - state.askedAt;
  if (state.failure !== null) return afterFailure(state.failure, state.backSince, now);
  if (isRenewal && age >= RENEWAL_PAUSE_MS) return { ask: true, reason: "renewal" };
  if (age < intervalMs) return { ask: false, reason: "fresh" };
  // The answer itself may have been pushed out of the cache.
  if (state.good !== null && isSettled(state.good, now) && age < FINAL_MS) {
    return { ask: false, reason: "final" };
  }
  return { ask: true, reason: "due" };
}

function afterFailure(failure: Failure, backSince: number, now: number): ReadDecision {
  const canPass = isTransient(failure.code);
  if (canPass && failure.at <= backSince) return { ask: true, reason: "due" };
  if (now >= failure.retryAt) return { ask: true, reason: canPass ? "retry" : "due" };
  return { ask: false, reason: canPass ? "backing-off" : "refused-just-now" };
}

function isSettled(good: NonNullable<ReadState["good"]>, now: number): boolean {
  return isFinal(good.status) && good.finalSince !== null && now - good.finalSince >= FINAL_TAIL_MS;
}

/** What a reader gets without waiting, and why. */
export type ServeDecision =
  | { serve: "good" }
  | { serve: "stale"; reason: ProblemCode }
  | { serve: "problem"; code: ProblemCode; retryAfterSeconds: number | null };

/**
 * Decides what a reader gets: the last good answer as long as it is one, the same labelled for ten minutes
 * while the upstream fails, never after the upstream refused the task or the key. One failure alone is not labelled yet.
 */
export function decideServe(state: ReadState, now: number, isCallOut: boolean): ServeDecision {
  const { failure, good } = state;
  const pausedSeconds =
    now < state.pausedUntil ? Math.ceil((state.pausedUntil - now) / 1000) : null;
  const pause = pausedSeconds === null ? state.outage : state.pausedBy;
  const code = failure?.code ?? pause ?? "upstream-timeout";
  const wait = pausedSeconds ?? (failure === null ? null : secondsToWait(failure, now));
  if (
    good === null ||
    now - good.fetchedAt > LONGEST_STALE_MS ||
    (failure !== null && endsService(failure.code))
  ) {
    return { serve: "problem", code, retryAfterSeconds: wait };
  }
  if (failure !== null && !mayPass(failure, now - good.fetchedAt)) {
    return { serve: "stale", reason: failure.code };
  }
  const reason = pause ?? (isCallOut ? "upstream-timeout" : null);
  const isLate = now - good.fetchedAt > SLOW_MS && !isSettled(good, now);
  if (reason !== null && isLate) return { serve: "stale", reason };
  return { serve: "good" };
}

/** What the upstream asked for; after a refusal, until it is asked again: before, trying again changes nothing. */
function secondsToWait(failure: Failure, now: number): number | null {
  if (!REFUSALS.has(failure.code)) return failure.retryAfterSeconds;
  return Math.max(1, Math.ceil((failure.retryAt - now) / 1000));
}

/** The first failure in a row of an upstream that may only have stumbled, while the answer is young. */
function mayPass(failure: Failure, ageMs: number): boolean {
  return isTransient(failure.code) && failure.inARow < LABEL_AFTER && ageMs <= SLOW_MS;
}

/**
 * After these the last good answer must not be shown: the upstream refuses the task or the key.
 * That a task seen before is not found becomes `task-gone` once it is confirmed.
 */
function endsService(code: ProblemCode): boolean {
  switch (code) {
    case "key-rejected":
    case "task-gone":
    case "bad-task-id":
    case "upstream-refused":
      return true;
    default:
      return false;
  }
}

/** A reader does not wait longer than this for a call when there is an answer to show. */
const PATIENCE_MS = 500;

/**
 * How long a reader waits for a call that is out, in milliseconds; `null` for until it ends. Nobody waits who
 * can be shown an answer from the last two intervals: the call brings the next reader's. Nor for a call that
 * has been out for that long, nor, while calls succeed, when the last one (`callMs`) took longer.
 */
export function patienceMs(
  state: ReadState,
  callMs: number,
  now: number,
  intervalMs: number,
): number | null {
  if (state.good === null) return null;
  const age = now - state.good.fetchedAt;
  if (age > LONGEST_STALE_MS) return null;
  if (state.failure === null && (age <= 2 * intervalMs || callMs > PATIENCE_MS)) return 0;
  return Math.max(0, PATIENCE_MS - (now - (state.askedAt ?? now)));
}

/**
 * When a task whose last call failed is asked for again, if somebody watches it; epoch milliseconds, `null`
 * when that is unknown. It stays the same until the next call fails: it is part of an entity tag.
 */
export function nextTryAt(
  state: Pick<ReadState, "failure" | "pausedUntil">,
  now: number,
): number | null {
  if (now < state.pausedUntil) return state.pausedUntil;
  if (state.failure === null) return null;
  const { at, code, retryAt } = state.failure;
  return isTransient(code) ? Math.min(retryAt, at + PROBE_MS) : retryAt;
}

/** A task asked for less often than this is not read ahead. */
const LONGEST_GAP_MS = 5000;
const MARGIN_MS = 100;

/** How a task is read and called. Times are epoch milliseconds. */
export type Viewing = {
  viewedAt: number;
  /** Between the last two reads; `null` after the first. */
  gapMs: number | null;
  /** When the last call went out, and how long the last one that ended took. */
  askedAt: number;
  callMs: number;
};

/**
 * When to make the next call so that its answer is there just before the next reader comes, if readers go on
 * as they did; never within an interval of the last call. `null` when nobody is expected soon.
 */
export function prefetchAt(viewing: Viewing, intervalMs: number): number | null {
  const { viewedAt, gapMs, askedAt, callMs } = viewing;
  if (gapMs === null || gapMs > Math.max(LONGEST_GAP_MS, 2 * intervalMs)) return null;
  return Math.max(askedAt + intervalMs, viewedAt + gapMs - callMs - MARGIN_MS);
}
