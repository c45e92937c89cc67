import "server-only";
import type { Redis } from "ioredis";
import { firstConnection, inTime } from "./redis-client";
import { RedisHealth } from "./redis-health";

/** A probe waits no longer for Redis, in milliseconds. */
const PATIENCE_MS = 1000;

/** Asks whether Redis answers. `null` where none is configured. Never throws. */
export type ReadRedis = () => Promise<boolean | null>;

/**
 * Asks by a ping, so that a Redis that is back is seen though nobody reads anything. Before the first answer it is
 * away; later it takes two failures to be, as a single late answer says little.
 */
export function createReadRedis(
  redis: Pick<Redis, "ping" | "status" | "once"> | null,
  clock: { now: () => number; random: () => number },
): ReadRedis {
  if (redis === null) return () => Promise.resolve(null);
  let isThere = false;
  const health = new RedisHealth({
    ...clock,
    onLost: () => {
      isThere = false;
    },
    onBack: () => undefined,
  });
  return async () => {
    if (!health.mayUse()) return isThere;
    try {
      await firstConnection(redis);
      await inTime(redis.ping(), PATIENCE_MS);
      health.worked();
      isThere = true;
    } catch (error) {
      health.failed(error);
    }
    return isThere;
  };
}
