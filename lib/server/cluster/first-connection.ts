import "server-only";
import type { Redis } from "ioredis";

/** The first command waits that long for a connection, in milliseconds. */
const FIRST_CONNECTION_MS = 500;

/** Settles with the first connection, made or refused: the first command should not fail for being early. */
export function firstConnection(redis: Redis): Promise<void> {
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
