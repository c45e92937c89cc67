import "server-only";
import { getEnv } from "@/lib/server/config/env";
import { isThisMachine } from "@/scripts/public-address.mjs";
import { warnHourly } from "@/lib/server/observability/warn-hourly";
import { processWide } from "@/lib/server/config/process-wide";
import { createUpstreamClient } from "./client";
import { createGateway } from "./create-gateway";
import type { TaskGateway } from "./gateway";
import { allowedLiveUrl } from "./live-url";
import { getCallQueue, getUpstreamPause } from "./process-call-queue";
import { queuedGateway } from "./queued-gateway";

/** The gateway of this process, made from the configuration. */
export function getGateway(): TaskGateway {
  return processWide("gateway", () => {
    const env = getEnv();
    const rules = {
      liveOrigins: env.LIVE_ORIGINS,
      baseUrl: env.BROWSER_USE_BASE_URL,
      ownOrigins: ownOrigins(env),
    };
    const gateway = createGateway({
      client: createUpstreamClient({
        baseUrl: env.BROWSER_USE_BASE_URL,
        apiKey: env.BROWSER_USE_API_KEY,
        now: Date.now,
        pause: getUpstreamPause(),
      }),
      allowLiveUrl: (url) => allowedLiveUrl(url, rules),
      now: Date.now,
      warn: warnHourly,
    });
    return queuedGateway(gateway, getCallQueue(), getUpstreamPause());
  });
}

function ownOrigins(env: ReturnType<typeof getEnv>): string[] {
  const port = String(env.PORT);
  const hosts = isThisMachine(env.HOST) ? ["localhost", "127.0.0.1", "[::1]"] : [env.HOST];
  const local = hosts.map((host) => `http://${host}:${port}`);
  return env.PUBLIC_BASE_URL === null ? local : [...local, new URL(env.PUBLIC_BASE_URL).origin];
}
