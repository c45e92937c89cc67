import "server-only";
import { z } from "zod";

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
  // Without a letter it is no HTTP date; Date.parse would read "-5" as a month.
  return /[a-z]{3}/i.test(text) ? (Date.parse(text) - now) / 1000 : Number.NaN;
}
