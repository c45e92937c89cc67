import "server-only";
import { Redis } from "ioredis";
import { CLUSTER_TIMES, type ClusterTimes } from "./cluster-times";

/**
 * A client that fails at once rather than keep a command for later, and goes on connecting in the background.
 * A missing Redis is not an error here.
 */
export function createRedisClient(
  url: string,
  { silenceMs, reconnectMs }: ClusterTimes = CLUSTER_TIMES,
): Redis {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    commandTimeout: silenceMs,
    connectTimeout: silenceMs,
    keepAlive: 10_000,
    retryStrategy: (times) =>
      (0.5 + Math.random() / 2) * Math.min(reconnectMs, 50 * 2 ** Math.min(times, 10)),
    // After a failover the old primary answers, but takes nothing.
    reconnectOnError: (error) => error.message.startsWith("READONLY"),
  });
  // Commands tell their own failures; without a listener the client prints to the console.
  redis.on("error", () => undefined);
  redis.connect().catch(() => undefined);
  return redis;
}

/** An answer that did not come in time. */
export class TooLate extends Error {
  override readonly name = "TooLate";
}

/** The answer, if it comes within so many milliseconds; else rejects with `TooLate`. */
export async function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      // When this process itself was busy, the answer may lie here unread: what has come is read first.
      setImmediate(() => setImmediate(reject, new TooLate("No answer in time")));
    }, ms);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** The first command waits that long for a connection, in milliseconds. */
const FIRST_CONNECTION_MS = 500;

/** Settles with the first connection, made or refused: the first command should not fail for being early. */
export function firstConnection(redis: Pick<Redis, "status" | "once">): Promise<void> {
  if (redis.status === "ready") return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FIRST_CONNECTION_MS);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    redis.once("ready", done);
    redis.once("close", done);
  });
}
