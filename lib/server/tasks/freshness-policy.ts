import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";
import type { TaskStatus } from "@/lib/domain/task-status";
import { isFinal } from "@/lib/domain/task-status";

/** Longer than this a last good answer is not shown any more. */
export const LONGEST_STALE_MS = 600_000;
/** A good answer this old while a call is still out is labelled: the upstream has become slow. */
const SLOW_MS = 10_000;
const NOT_FOUND_MS = 5000;
const REJECTED_MS = 10_000;
const FINAL_TAIL_MS = 60_000;
const FINAL_MS = 60_000;
/** New presigned addresses of a task are asked for at most once in this time. */
export const RENEWAL_PAUSE_MS = 1000;

/** A call that failed, and when it ended (epoch milliseconds). */
export type Failure = { code: ProblemCode; at: number; retryAfterSeconds: number | null };

/** All a decision about one task depends on. Times are epoch milliseconds. */
export type ReadState = {
  /** When the last call started; `null` for never. */
  askedAt: number | null;
  /** The last call's failure; `null` when it brought an answer. */
  failure: Failure | null;
  /** The last good answer. */
  good: { fetchedAt: number; status: TaskStatus; finalSince: number | null } | null;
  /** No call at all before this time, because the upstream asked for a pause. */
  heldUntil: number;
};

/** Whether to call the upstream now, and why. */
export type ReadDecision =
  | { ask: true; reason: "never-asked" | "due" | "renewal" }
  | { ask: false; reason: "held" | "fresh" | "failed-just-now" | "final" };

/** Decides whether a reader causes a call. `isRenewal`: presigned addresses have expired, so freshness does not count. */
export function decideRead(
  state: ReadState,
  now: number,
  intervalMs: number,
  isRenewal: boolean,
): ReadDecision {
  if (now < state.heldUntil) return { ask: false, reason: "held" };
  if (state.askedAt === null) return { ask: true, reason: "never-asked" };
  const age = now - state.askedAt;
  if (state.failure !== null) {
    const wait = failurePause(state.failure.code, intervalMs);
    return age < wait ? { ask: false, reason: "failed-just-now" } : { ask: true, reason: "due" };
  }
  if (isRenewal && age >= RENEWAL_PAUSE_MS) return { ask: true, reason: "renewal" };
  if (age < intervalMs) return { ask: false, reason: "fresh" };
  // The answer itself may have been pushed out of the cache.
  if (state.good !== null && isSettled(state.good, now) && age < FINAL_MS) {
    return { ask: false, reason: "final" };
  }
  return { ask: true, reason: "due" };
}

function failurePause(code: ProblemCode, intervalMs: number): number {
  if (code === "task-not-found" || code === "task-gone") return Math.max(intervalMs, NOT_FOUND_MS);
  return endsService(code) ? Math.max(intervalMs, REJECTED_MS) : intervalMs;
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
 * while the upstream fails, never after the upstream refused the task or the key.
 */
export function decideServe(state: ReadState, now: number, isCallOut: boolean): ServeDecision {
  const { failure, good } = state;
  const held = now < state.heldUntil ? Math.ceil((state.heldUntil - now) / 1000) : null;
  const code = failure?.code ?? (held === null ? "upstream-timeout" : "upstream-rate-limited");
  const wait = held ?? failure?.retryAfterSeconds ?? null;
  if (
    good === null ||
    now - good.fetchedAt > LONGEST_STALE_MS ||
    (failure !== null && endsService(failure.code))
  ) {
    return { serve: "problem", code, retryAfterSeconds: wait };
  }
  const age = now - good.fetchedAt;
  if (failure !== null) return { serve: "stale", reason: failure.code };
  if (held !== null && age > SLOW_MS) return { serve: "stale", reason: "upstream-rate-limited" };
  if (isCallOut && age > SLOW_MS && !isSettled(good, now))
    return { serve: "stale", reason: "upstream-timeout" };
  return { serve: "good" };
}

/** After these the last good answer must not be shown: the upstream refuses the task, the key or the account. */
function endsService(code: ProblemCode): boolean {
  switch (code) {
    case "key-rejected":
    case "credits-exhausted":
    case "task-not-found":
    case "task-gone":
    case "bad-task-id":
      return true;
    default:
      return false;
  }
}

/** How long a 429 holds all calls, in milliseconds: what it asks for, else 1 to 5 s by `jitter` in [0, 1). */
export function holdMs(retryAfterSeconds: number | null, jitter: number): number {
  return retryAfterSeconds === null
    ? 1000 + jitter * 4000
    : Math.min(300, retryAfterSeconds) * 1000;
}
