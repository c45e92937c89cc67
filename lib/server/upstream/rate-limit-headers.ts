import "server-only";
import { z } from "zod";

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

/** What an answer says of the limit: the calls of a window, and how many of them are left; `null` for what it does not say. */
export type RateLimit = { limit: number | null; remaining: number | null };

/** Reads `X-RateLimit-Limit` and `X-RateLimit-Remaining`; `null` where neither can be read. */
export function rateLimitOf(headers: Headers): RateLimit | null {
  const limit = countOf(headers.get("x-ratelimit-limit"));
  const remaining = countOf(headers.get("x-ratelimit-remaining"));
  return limit === null && remaining === null ? null : { limit, remaining };
}

function countOf(header: string | null): number | null {
  const value = numberOf(header);
  return value === null ? null : Math.max(0, value);
}

/** The number that a header is or, where several values stand in it, begins with. */
function numberOf(header: string | null): number | null {
  const text = /^\s*(-?\d{1,20}(?:\.\d{1,20})?)\s*(?:[,;]|$)/.exec(header ?? "")?.[1];
  return text === undefined ? null : Number(text);
}

const LONGEST_SECONDS = 300;

/**
 * Reads a `Retry-After` header (RFC 9110: seconds, or an HTTP date) at `now`, epoch milliseconds.
 * Gives whole seconds from 1 to 300; `null` for none, the past and anything unreadable.
 */
export function retryAfterSeconds(header: string | null, now: number): number | null {
  const text = header?.trim() ?? "";
  const seconds = /^\d+$/.test(text) ? Number(text) : secondsUntil(text, now);
  if (!Number.isFinite(seconds) || seconds <= 0) return null;
  return Math.min(LONGEST_SECONDS, Math.ceil(seconds));
}

const bodySchema = z.object({ retry_after_seconds: z.number() });

/** Reads `retry_after_seconds` of a refusal's JSON body, within the same limits. */
export function retryAfterOfBody(text: string): number | null {
  const seconds = bodySchema.safeParse(parseJson(text)).data?.retry_after_seconds ?? 0;
  return seconds > 0 ? Math.min(LONGEST_SECONDS, Math.ceil(seconds)) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function secondsUntil(text: string, now: number): number {
  // Without a letter it is not an HTTP date; Date.parse would read "-5" as a month.
  return /[a-z]{3}/i.test(text) ? (Date.parse(text) - now) / 1000 : Number.NaN;
}
