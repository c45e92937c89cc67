import "server-only";
import type { ReadRedis } from "@/lib/server/cluster/redis-standing";
import { processLink } from "@/server/process-link.mjs";

/** Whether this process should be sent requests; where it should not, why. */
export type Readiness =
  | { ready: true }
  | { ready: false; reason: "stopping" | "bad settings" | "key refused" | "no redis" };

/** Decides by what readers would get here: an upstream that only fails is told on the pages, and asks for no other process. */
export function decideReadiness(facts: {
  isStopping: boolean;
  hasBadSettings: boolean;
  isKeyRefused: boolean;
  /** A Redis that is required does not answer. */
  isRedisMissing: boolean;
}): Readiness {
  if (facts.isStopping) return { ready: false, reason: "stopping" };
  if (facts.hasBadSettings) return { ready: false, reason: "bad settings" };
  if (facts.isKeyRefused) return { ready: false, reason: "key refused" };
  if (facts.isRedisMissing) return { ready: false, reason: "no redis" };
  return { ready: true };
}

type Parts = {
  env: { REDIS_REQUIRED: boolean };
  stopping: AbortSignal;
  isKeyRefused: () => boolean;
  readRedis: ReadRedis;
};

/** The readiness of an app. Only a Redis that is required is asked. */
export function createReadiness({ env, stopping, isKeyRefused, readRedis }: Parts) {
  return async (): Promise<Readiness> =>
    decideReadiness({
      isStopping: stopping.aborted,
      hasBadSettings: false,
      isKeyRefused: isKeyRefused(),
      isRedisMissing: env.REDIS_REQUIRED && (await readRedis()) === false,
    });
}

/** The readiness of this process now. */
export async function readReadiness(): Promise<Readiness> {
  const { app, stopping } = processLink();
  if (app !== null) return app.readiness();
  const nothing = { isKeyRefused: false, isRedisMissing: false };
  return decideReadiness({
    isStopping: stopping.signal.aborted,
    hasBadSettings: true,
    ...nothing,
  });
}
