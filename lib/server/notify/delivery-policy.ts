import "server-only";

/** How a try to deliver went: an answer, or why there was none. */
export type Try =
  | { status: number; retryAfterSeconds: number | null }
  | { status: "timeout" | "unreachable"; retryAfterSeconds: null };

/** Longer than this nobody tries to deliver a message, in milliseconds: then it is no news. */
export const LONGEST_AGE_MS = 3_600_000;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 300_000;

/** What follows from a try. A refusal will not change by trying again; 408 and 429 ask for just that. */
export function resultOfTry({ status }: Try): "delivered" | "retry" | "refused" {
  if (typeof status !== "number") return "retry";
  if (status >= 200 && status < 300) return "delivered";
  return status >= 500 || status === 408 || status === 429 ? "retry" : "refused";
}

/**
 * Milliseconds until the next try after so many in a row: a second, doubled each time up to five minutes, and by chance
 * in [0, 1) up to half of it shorter; never sooner than the receiver asks for.
 */
export function pauseBeforeTry(
  tries: number,
  retryAfterSeconds: number | null,
  chance: number,
): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries - 1, 20));
  return Math.max(longest * (1 - chance / 2), (retryAfterSeconds ?? 0) * 1000);
}
