/** The two counts of requests that a project has. */
export type Bucket = "general" | "status";

/** Requests a second that each bucket allows. */
export type RateLimits = Record<Bucket, number>;

/** One bucket's window of five seconds: since when, epoch milliseconds, and how many requests it has had. */
export type RateWindow = { from: number; used: number };

const WINDOW_SECONDS = 5;
/** What is read to see whether there is news. */
const STATUS_PATH = /^\/api\/v4\/(?:runs\/[^/]+\/status|sessions\/[^/]+|browsers\/[^/]+)$/;

/** The bucket that a request counts in. */
export function bucketOf(method: string, path: string): Bucket {
  return method === "GET" && STATUS_PATH.test(path) ? "status" : "general";
}

/** Counts a request in its window; a window begins with the first request after the last one has passed. */
export function countRequest(
  before: RateWindow | undefined,
  perSecond: number,
  now: number,
): { window: RateWindow; isOver: boolean; headers: Record<string, string>; body: string } {
  const isPast = before === undefined || now - before.from >= WINDOW_SECONDS * 1000;
  const window = isPast ? { from: now, used: 1 } : { ...before, used: before.used + 1 };
  const most = Math.floor(perSecond * WINDOW_SECONDS);
  const isOver = window.used > most;
  const reset = Math.max(1, Math.ceil(WINDOW_SECONDS - (now - window.from) / 1000));
  const headers = {
    "x-ratelimit-limit": String(most),
    "x-ratelimit-remaining": String(Math.max(0, most - window.used)),
    "x-ratelimit-reset": String(reset),
    ...(isOver ? { "retry-after": String(reset) } : {}),
  };
  const refusal = { error: "rate_limited", limit_rps: perSecond, retry_after_seconds: reset };
  return { window, isOver, headers, body: JSON.stringify(refusal) };
}
