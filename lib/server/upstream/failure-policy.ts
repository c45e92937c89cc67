import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";

/** Watched tasks of an upstream that fails take turns to try it, one call in this time. */
export const PROBE_MS = 2500;
const NEW_TASK_MS = 30_000;
const NOT_FOUND_YET_MS = 5000;
const NOT_FOUND_MS = 30_000;
const NO_CREDITS_MS = 10_000;
/** A refused key or request: asking again soon would only be refused again. */
const REFUSED_MS = 60_000;
/** A task that was seen counts as gone after this many answers in a row that there is none. */
const GONE_AFTER = 3;

/** A call that failed. Times are epoch milliseconds. */
export type Failure = {
  code: ProblemCode;
  at: number;
  retryAfterSeconds: number | null;
  /** Calls for this task that failed one after the other, this one included. */
  inARow: number;
  /** Answers in a row that there is no such task. */
  missing: number;
  /** No call for this task before, unless as a probe. */
  retryAt: number;
};

/** What is known about a task whose call failed. */
type FailedTask = { firstAskedAt: number; wasSeen: boolean };

/**
 * What a failed call means for its task, and when to ask again; `jitter` in [0, 1). A task seen before is
 * `task-gone` only after three answers that there is none.
 */
export function nextFailure(
  previous: Failure | null,
  call: Pick<Failure, "code" | "at" | "retryAfterSeconds">,
  task: FailedTask,
  intervalMs: number,
  jitter: number,
): Failure {
  const inARow = (previous?.inARow ?? 0) + 1;
  const missing = call.code === "task-not-found" ? (previous?.missing ?? 0) + 1 : 0;
  const code = task.wasSeen && missing >= GONE_AFTER ? "task-gone" : call.code;
  const pause = isTransient(code) ? backoffMs(inARow, jitter) : refusalPauseMs(code, call.at, task);
  return { ...call, code, inARow, missing, retryAt: call.at + Math.max(intervalMs, pause) };
}

function refusalPauseMs(code: ProblemCode, at: number, task: FailedTask): number {
  switch (code) {
    case "task-not-found":
      if (task.wasSeen) return 0;
      // A task that was created a moment ago may not be known everywhere yet.
      return at - task.firstAskedAt < NEW_TASK_MS ? NOT_FOUND_YET_MS : NOT_FOUND_MS;
    case "task-gone":
    case "bad-task-id":
      return NOT_FOUND_MS;
    case "upstream-rate-limited":
      return 0;
    case "credits-exhausted":
      return NO_CREDITS_MS;
    default:
      return REFUSED_MS;
  }
}

/** True when a failure says nothing about the task or the key: the next call may well succeed. */
export function isTransient(code: ProblemCode): boolean {
  return code === "internal" || isOutage(code);
}

/** True when the upstream did not answer, or not with anything usable. A refusal is an answer. */
export function isOutage(code: ProblemCode): boolean {
  return (
    code === "upstream-unavailable" || code === "upstream-timeout" || code === "upstream-invalid"
  );
}

const BACKOFF_BASE_MS = 1000;
const BACKOFF_CAP_MS = 60_000;

/** Full jitter: a random time up to 1 s after the first failure, doubled with each, up to a minute. */
export function backoffMs(inARow: number, jitter: number): number {
  return jitter * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** (inARow - 1));
}
