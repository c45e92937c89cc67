import "server-only";
import type { Env } from "@/lib/server/config/env";
import { isThisMachine } from "@/server/public-address.mjs";
import type { CallQueue } from "./call-queue";
import { createUpstreamClient } from "./client";
import type { Warn } from "./contracts/report-oddities";
import { createGateway } from "./create-gateway";
import type { TaskGateway } from "./gateway";
import { allowedLiveUrl } from "./live-url";
import { observedClient, type OnCall } from "./observed-client";
import { queuedGateway } from "./queued-gateway";
import type { RateLimit } from "./rate-limit-headers";
import type { UpstreamPause } from "./upstream-pause";

type Connection = {
  env: Env;
  queue: CallQueue;
  pause: UpstreamPause;
  now: () => number;
  warn: Warn;
  onCall: OnCall;
  onRateLimit: (limit: RateLimit) => void;
};

/** The gateway to the upstream of the configuration; all calls with the key share one queue and one pause. */
export function connectGateway(connection: Connection): TaskGateway {
  const { env, queue, pause, now, warn, onCall, onRateLimit } = connection;
  const { BROWSER_USE_BASE_URL: baseUrl, BROWSER_USE_API_KEY: apiKey } = env;
  const rules = { liveOrigins: env.LIVE_ORIGINS, baseUrl, ownOrigins: ownOrigins(env) };
  const client = createUpstreamClient({ baseUrl, apiKey, now, pause, onRateLimit });
  const gateway = createGateway({
    client: observedClient(client, onCall, now),
    allowLiveUrl: (url) => allowedLiveUrl(url, rules),
    now,
    warn,
  });
  return queuedGateway(gateway, queue, pause);
}

function ownOrigins(env: Env): string[] {
  const port = String(env.PORT);
  const hosts = isThisMachine(env.HOST) ? ["localhost", "127.0.0.1", "[::1]"] : [env.HOST];
  const local = hosts.map((host) => `http://${host}:${port}`);
  return env.PUBLIC_BASE_URL === null ? local : [...local, new URL(env.PUBLIC_BASE_URL).origin];
}
