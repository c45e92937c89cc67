import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Downloads that one link may start in a minute, at each instance: enough for all files of a task, twice. */
const PER_MINUTE = { points: 60, duration: 60 };

/** Counts a download of a share link. Gives the seconds to wait; 0 when it may start. */
export type DownloadWait = (shareId: string) => Promise<number>;

/** See `DownloadWait`. */
export function createDownloadWait(): DownloadWait {
  const limiter = new RateLimiterMemory(PER_MINUTE);
  return async (shareId) => {
    try {
      await limiter.consume(shareId);
      return 0;
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason;
      return Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
    }
  };
}
