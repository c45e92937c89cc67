import "server-only";
import type { Redis } from "ioredis";
import type { Env } from "@/lib/server/config/env";
import { createRedisClient } from "./redis-client";
import { namespaceOf } from "./sealer";

/** The Redis in which instances keep what is allowed and what is revoked, and the beginning of its keys there. */
export type AccessRedis = { redis: Redis; namespace: string };

/** Connects to the Redis of the configuration; `null` without one. Instances meet in it when they have the same API key. */
export function connectAccessRedis(env: Env): AccessRedis | null {
  const { REDIS_URL, BROWSER_USE_API_KEY, BROWSER_USE_BASE_URL } = env;
  if (REDIS_URL === null) return null;
  const secret = JSON.stringify(["access", BROWSER_USE_API_KEY, BROWSER_USE_BASE_URL]);
  return { redis: createRedisClient(REDIS_URL), namespace: `${namespaceOf(secret)}:access` };
}
