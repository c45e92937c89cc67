import "server-only";
import { Redis } from "ioredis";

/** A connection that answers nothing for so long is of no use, in milliseconds. */
const SILENCE_MS = 2000;
const LONGEST_PAUSE_MS = 5000;

/**
 * A client that fails at once rather than keep a command for later, and goes on connecting in the background.
 * A Redis that is not there is no error here.
 */
export function createRedisClient(url: string): Redis {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    commandTimeout: SILENCE_MS,
    connectTimeout: SILENCE_MS,
    keepAlive: 10_000,
    retryStrategy: (times) =>
      (0.5 + Math.random() / 2) * Math.min(LONGEST_PAUSE_MS, 50 * 2 ** Math.min(times, 10)),
    // After a failover the old primary answers, but takes nothing.
    reconnectOnError: (error) => error.message.startsWith("READONLY"),
  });
  // Commands tell their own failures; without a listener the client prints to the console.
  redis.on("error", () => undefined);
  redis.connect().catch(() => undefined);
  return redis;
}
