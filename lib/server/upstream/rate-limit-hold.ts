import "server-only";
import { backoffMs } from "./backoff";

const LONGEST_SECONDS = 300;
const SHORTEST_MS = 1000;
const LONGEST_MS = 60_000;

/**
 * How long a 429 holds all calls, in milliseconds: what it asks for, up to five minutes; otherwise a random
 * time from 1 s, up to a minute the more of them came in a row. `jitter` in [0, 1).
 */
export function holdMs(retryAfterSeconds: number | null, inARow: number, jitter: number): number {
  if (retryAfterSeconds !== null) return Math.min(LONGEST_SECONDS, retryAfterSeconds) * 1000;
  return Math.min(LONGEST_MS, SHORTEST_MS + backoffMs(inARow, jitter));
}
