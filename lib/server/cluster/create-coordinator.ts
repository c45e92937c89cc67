import "server-only";
import { RedisCache } from "./redis-cache";
import { createRedisClient } from "./redis-client";
import { createSealer, namespaceOf } from "./sealer";
import { getEnv } from "@/lib/server/config/env";
import { errorFields, getLogger } from "@/lib/server/observability/logger";
import { uncoordinated, type FetchCoordinator } from "@/lib/server/upstream/fetch-coordinator";
import { ClusterFetch } from "./cluster-fetch";

/** How this process shares answers with others: through Redis where one is configured. */
export function createCoordinator(): FetchCoordinator {
  const env = getEnv();
  if (env.REDIS_URL === null) return uncoordinated;
  // Instances meet when they have the same key at the same upstream, and let the same live views through.
  const { BROWSER_USE_API_KEY, BROWSER_USE_BASE_URL, LIVE_ORIGINS } = env;
  const secret = JSON.stringify([BROWSER_USE_API_KEY, BROWSER_USE_BASE_URL, LIVE_ORIGINS]);
  const sharing = new ClusterFetch({
    cache: new RedisCache(createRedisClient(env.REDIS_URL), namespaceOf(secret)),
    sealer: createSealer(secret),
    intervalMs: env.POLL_INTERVAL_MS,
    now: Date.now,
    random: Math.random,
    onLost: (error) => {
      getLogger().warn(errorFields(error), "Redis is lost: this instance polls for itself");
    },
    onBack: () => {
      getLogger().warn({}, "Redis is back: instances share their calls");
    },
  });
  return sharing.coordinate;
}
