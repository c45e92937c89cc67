import "server-only";
import type { ShareDurability } from "@/lib/contract/share-link";
import { createSealer } from "@/lib/server/cluster/sealer";
import { getEnv } from "@/lib/server/config/env";
import { processWide } from "@/lib/server/config/process-wide";
import { accessRedis } from "@/lib/server/cluster/access-redis";
import { MemoryShareLinkStore } from "./memory-share-link-store";
import { RedisShareLinkStore } from "./redis-share-link-store";
import { ShareLookup } from "./share-lookup";
import type { ShareLinkStore } from "./share-link-store";

/** The register of share links: in Redis where one is configured, else in this process. */
export function getShareLinkStore(): ShareLinkStore {
  return processWide("share-register", () => {
    const shared = accessRedis();
    if (shared === null) return new MemoryShareLinkStore();
    const { BROWSER_USE_API_KEY, BROWSER_USE_BASE_URL } = getEnv();
    const secret = JSON.stringify(["shares", BROWSER_USE_API_KEY, BROWSER_USE_BASE_URL]);
    return new RedisShareLinkStore(shared.redis, shared.namespace, createSealer(secret));
  });
}

/** What this process knows of the register. */
export function getShareLookup(): ShareLookup {
  return processWide("share-lookup", () => new ShareLookup(getShareLinkStore(), Date.now));
}

/** Whether the links of this configuration outlive a restart. */
export function shareDurability(): ShareDurability {
  const { REDIS_URL, SESSION_SECRET } = getEnv();
  if (REDIS_URL === null) return "list";
  return SESSION_SECRET.length === 0 ? "keys" : "kept";
}
