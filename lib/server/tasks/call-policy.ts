import "server-only";
import type { Breaker } from "./breaker";
import { PROBE_MS } from "@/lib/server/upstream/failure-policy";
import type { ReadDecision } from "./freshness-policy";

const FIRST_LOOK_MS = 250;
/** Four usual calls pay for one retry, so that at most a fifth of all calls are retries. */
const EARNED_PER_CALL = 0.25;
const MOST_RETRIES_SAVED = 10;

/** The calls so far, as far as they matter to the next one. Times are epoch milliseconds. */
export type CallCount = {
  /** When a call last went out although its task, or the upstream, was failing. */
  probedAt: number;
  /** Retries that may be made now. */
  retries: number;
};

/** Nothing was called yet. */
export const NO_CALLS: CallCount = {
  probedAt: Number.NEGATIVE_INFINITY,
  retries: MOST_RETRIES_SAVED,
};

/** As what a call may go out, or why it may not. */
export type CallDecision =
  | { call: true; as: "usual" | "retry" | "probe" }
  | { call: false; reason: "not-needed" | "breaker-open" | "no-retry-left" };

/**
 * Decides whether a read that is due may call. While the upstream fails, watched tasks take turns to probe
 * it, one call in 2.5 s (or an interval, if that is longer) for the whole process; and somebody who opens a
 * task that was never seen may try, four times a second, or at any time while one task alone is failing.
 */
export function decideCall(
  read: ReadDecision,
  task: { id: string; askedAt: number | null },
  state: CallCount & { breaker: Breaker },
  now: number,
  intervalMs: number,
): CallDecision {
  const isBackingOff = !read.ask && read.reason === "backing-off";
  if (!read.ask && !isBackingOff) return { call: false, reason: "not-needed" };
  const pause = Math.max(PROBE_MS, intervalMs);
  const mayProbe =
    now - state.probedAt >= pause && (task.askedAt === null || now - task.askedAt >= intervalMs);
  if (isBackingOff) return mayProbe ? PROBE : { call: false, reason: "not-needed" };
  const { open, onlyTask } = state.breaker;
  if (open !== null) {
    const isFirstLook = read.ask && read.reason === "never-asked";
    const isOthersFault = onlyTask !== null && onlyTask !== task.id;
    const mayLook = isFirstLook && (isOthersFault || now - state.probedAt >= FIRST_LOOK_MS);
    return mayProbe || mayLook ? PROBE : { call: false, reason: "breaker-open" };
  }
  if (!read.ask || read.reason !== "retry") return { call: true, as: "usual" };
  if (state.retries >= 1) return { call: true, as: "retry" };
  return mayProbe ? PROBE : { call: false, reason: "no-retry-left" };
}

const PROBE = { call: true, as: "probe" } as const;

/** The count once a call has gone out. */
export function afterCall(
  state: CallCount,
  as: "usual" | "retry" | "probe",
  now: number,
): CallCount {
  switch (as) {
    case "usual":
      return { ...state, retries: Math.min(MOST_RETRIES_SAVED, state.retries + EARNED_PER_CALL) };
    case "retry":
      return { ...state, retries: state.retries - 1 };
    case "probe":
      return { ...state, probedAt: now };
  }
}
