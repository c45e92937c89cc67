import "server-only";

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
