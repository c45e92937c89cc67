import "server-only";
import { processWide } from "@/lib/server/config/process-wide";
import { accessRedis } from "@/lib/server/cluster/access-redis";
import { createRedisRevocations } from "./redis-revocations";
import { createMemoryRevocations, type SessionRevocations } from "./session-revocations";

/** The register of this process: shared where there is a Redis, its own where there is none. */
export function sessionRevocations(): SessionRevocations {
  return processWide("session-register", () => {
    const shared = accessRedis();
    // The register is made at the first question, which may come after the first sign-in.
    const startedAt = Date.now() - process.uptime() * 1000;
    return shared === null
      ? createMemoryRevocations(startedAt)
      : createRedisRevocations(shared, startedAt);
  });
}
