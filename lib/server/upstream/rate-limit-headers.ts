import "server-only";

/** A window of the limit is five seconds long; one that is said to end later than this is not believed. */
const LONGEST_WINDOW_SECONDS = 60;
/** Larger numbers are no span but a time: seconds, or milliseconds, since 1970. */
const FIRST_EPOCH_SECONDS = 1e9;
const FIRST_EPOCH_MS = 1e12;

/**
 * Seconds until the window of the limit ends, from `X-RateLimit-Reset` at `now`, epoch milliseconds. The documents
 * say a span of seconds; a time is understood, too. Gives 1 to 60; `null` for none, the past and anything unreadable.
 */
export function resetSeconds(header: string | null, now: number): number | null {
  const value = numberOf(header);
  if (value === null) return null;
  const seconds =
    value >= FIRST_EPOCH_MS
      ? (value - now) / 1000
      : value >= FIRST_EPOCH_SECONDS
        ? value - now / 1000
        : value;
  if (seconds <= 0) return null;
  return Math.min(LONGEST_WINDOW_SECONDS, Math.ceil(seconds));
}

/** Seconds for which nothing more may be asked, because `X-RateLimit-Remaining` is used up; `null` while it is not. */
export function exhaustedSeconds(headers: Headers, now: number): number | null {
  const remaining = numberOf(headers.get("x-ratelimit-remaining"));
  if (remaining === null || remaining > 0) return null;
  return resetSeconds(headers.get("x-ratelimit-reset"), now);
}

/** The number that a header is or, where several values stand in it, begins with. */
function numberOf(header: string | null): number | null {
  const text = /^\s*(-?\d{1,20}(?:\.\d{1,20})?)\s*(?:[,;]|$)/.exec(header ?? "")?.[1];
  return text === undefined ? null : Number(text);
}
