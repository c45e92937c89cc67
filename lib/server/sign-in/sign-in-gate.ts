import "server-only";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { AccessRedis } from "@/lib/server/cluster/access-redis";
import { afterWrong, NO_FAILURES, pauseSeconds, type WrongPasswords } from "./sign-in-pause";

/** Passwords that are checked in a minute, by all instances together, wherever they come from. */
const PER_MINUTE = { points: 10, duration: 60 };
const KEY = "all";

/**
 * Decides whether a password is checked. Senders are not distinguished, as an address is what the sender says it is; so
 * nobody can be locked out either, and sessions go on meanwhile.
 */
export type SignInGate = {
  /** Seconds to wait; 0 when the password may be checked, which counts as one of the minute. */
  wait(now: number): Promise<number>;
  note(wasRight: boolean, now: number): void;
};

/** A gate over a counter of the minute. */
function createSignInGate(counter: RateLimiterMemory | RateLimiterRedis): SignInGate {
  let wrong: WrongPasswords = NO_FAILURES;
  return {
    wait: async (now) => {
      const pause = pauseSeconds(wrong, now);
      if (pause > 0) return pause;
      try {
        await counter.consume(KEY);
        return 0;
      } catch (reason) {
        if (reason instanceof RateLimiterRes) return Math.max(1, reason.msBeforeNext / 1000);
        throw reason;
      }
    },
    note: (wasRight, now) => {
      wrong = wasRight ? NO_FAILURES : afterWrong(wrong, now);
    },
  };
}

/** The gate of this process, with others where they share a Redis; while that is away it counts by itself. */
export function signInGate(shared: AccessRedis | null): SignInGate {
  const own = new RateLimiterMemory(PER_MINUTE);
  if (shared === null) return createSignInGate(own);
  return createSignInGate(
    new RateLimiterRedis({
      ...PER_MINUTE,
      storeClient: shared.redis,
      keyPrefix: `${shared.namespace}:sign-in`,
      insuranceLimiter: own,
    }),
  );
}
