import "server-only";
import { RedisCache } from "./redis-cache";
import { createRedisClient } from "./redis-client";
import { createSealer, namespaceOf } from "./sealer";
import type { Env } from "@/lib/server/config/env";
import { errorFields, type Logger } from "@/lib/server/observability/logger";
import { uncoordinated, type FetchCoordinator } from "@/lib/server/upstream/fetch-coordinator";
import { ClusterFetch } from "./cluster-fetch";

type Parts = { env: Env; log: Logger; now: () => number; random: () => number };

/** How a process shares answers with others: through Redis where one is configured. `close` ends the connection. */
export function createCoordinator({ env, log, now, random }: Parts): {
  coordinate: FetchCoordinator;
  close: () => void;
} {
  if (env.REDIS_URL === null) return { coordinate: uncoordinated, close: () => undefined };
  // Instances meet when they have the same key at the same upstream, and let the same live views through.
  const { BROWSER_USE_API_KEY, BROWSER_USE_BASE_URL, LIVE_ORIGINS } = env;
  const secret = JSON.stringify([BROWSER_USE_API_KEY, BROWSER_USE_BASE_URL, LIVE_ORIGINS]);
  const redis = createRedisClient(env.REDIS_URL);
  const cluster = new ClusterFetch({
    cache: new RedisCache(redis, namespaceOf(secret)),
    sealer: createSealer(secret),
    intervalMs: env.POLL_INTERVAL_MS,
    now,
    random,
    onLost: (error) => {
      log.warn(errorFields(error), "Redis is lost: this instance polls for itself");
    },
    onBack: () => {
      log.warn({}, "Redis is back: instances share their calls");
    },
  });
  return {
    coordinate: cluster.coordinate,
    close: () => {
      redis.disconnect();
    },
  };
}
