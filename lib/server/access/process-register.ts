import "server-only";
import { processWide } from "@/lib/server/process-wide";
import { accessRedis } from "./access-redis";
import { createRedisRegister } from "./redis-register";
import { createMemoryRegister, type SessionRegister } from "./session-register";

/** The register of this process: shared where there is a Redis, its own where there is none. */
export function sessionRegister(): SessionRegister {
  return processWide("session-register", () => {
    const shared = accessRedis();
    return shared === null ? createMemoryRegister() : createRedisRegister(shared, Date.now());
  });
}
