import "server-only";
import { UpstreamError } from "@/lib/server/upstream/errors";
import { isTransient, backoffMs } from "@/lib/server/upstream/failure-policy";
import { cooldownMs } from "@/lib/server/upstream/upstream-pause";
import type { ClusterRecord } from "./cluster-record";

/** Watched tasks of one instance probe a failing upstream that often; all instances together do so too. */
const LONGEST_PAUSE_MS = 2500;

/**
 * What a failed call means for all instances: the record of it, for how many milliseconds nobody may call for
 * any task (0 for none), and the error to go on with, which waits as long. `jitter` in [0, 1).
 */
export function failureRecord(
  error: UpstreamError,
  call: { tookMs: number; failuresBefore: number },
  jitter: number,
): { record: ClusterRecord; cooldownMs: number; error: UpstreamError } {
  const { code } = error;
  const inARow = call.failuresBefore + 1;
  const isRateLimit = code === "upstream-rate-limited";
  const cooldown = isRateLimit ? cooldownMs(error.retryAfterSeconds, inARow, jitter) : 0;
  const retryAfterSeconds = isRateLimit ? Math.ceil(cooldown / 1000) : error.retryAfterSeconds;
  const pauseMs = isTransient(code) ? Math.min(LONGEST_PAUSE_MS, backoffMs(inARow, jitter)) : 0;
  return {
    record: {
      kind: "failure",
      tookMs: call.tookMs,
      code,
      retryAfterSeconds,
      pauseMs,
      inARow,
    },
    cooldownMs: cooldown,
    error: isRateLimit ? new UpstreamError(code, error.message, retryAfterSeconds) : error,
  };
}
