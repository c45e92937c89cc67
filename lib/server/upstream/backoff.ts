import "server-only";

const BACKOFF_BASE_MS = 1000;
const BACKOFF_CAP_MS = 60_000;

/** Full jitter: a random time up to 1 s after the first failure, doubled with each, up to a minute. */
export function backoffMs(inARow: number, jitter: number): number {
  return jitter * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** (inARow - 1));
}
