import "server-only";
import type { Env } from "@/lib/server/config/env";
import { upstreamBases } from "@/lib/server/config/upstream-bases";
import { isThisMachine } from "@/server/public-address.mjs";
import { anyVersion } from "./any-version";
import type { CallQueue } from "./call-queue";
import { createUpstreamClient } from "./client";
import type { Warn } from "./contracts/report-oddities";
import type { AllowLiveUrl } from "./contracts/session-to-domain";
import { createGateway } from "./create-gateway";
import type { TaskGateway } from "./gateway";
import { allowedLiveUrl } from "./live-url";
import { observedClient, type OnCall } from "./observed-client";
import { queuedGateway } from "./queued-gateway";
import type { RateLimit } from "./rate-limit-headers";
import { UpstreamPause } from "./upstream-pause";
import { createRunGateway } from "./v4/run-gateway";

type Connection = {
  env: Env;
  queue: CallQueue;
  pause: UpstreamPause;
  now: () => number;
  random: () => number;
  warn: Warn;
  onCall: OnCall;
  onRateLimit: (limit: RateLimit) => void;
};

/**
 * The gateway to the upstream of the configuration. All calls with the key share one queue and, as a limit counts them
 * together whatever their version, one pause; reads of a status have a limit, and so a pause, of their own.
 */
export function connectGateway(connection: Connection): TaskGateway {
  const { env, queue, pause, now, warn, onCall, onRateLimit } = connection;
  const { v2, v4 } = upstreamBases(env);
  const common = { apiKey: env.BROWSER_USE_API_KEY, now };
  const allowBy = (baseUrl: string): AllowLiveUrl => {
    const rules = { liveOrigins: env.LIVE_ORIGINS, baseUrl, ownOrigins: ownOrigins(env) };
    return (url) => allowedLiveUrl(url, rules);
  };
  const tasksOf = (baseUrl: string) => {
    const client = createUpstreamClient({ ...common, baseUrl, pause, onRateLimit });
    return createGateway({
      client: observedClient(client, "v2", onCall, now),
      allowLiveUrl: allowBy(baseUrl),
      now,
      warn,
    });
  };
  const runsOf = (baseUrl: string) => {
    const client = createUpstreamClient({ ...common, baseUrl, pause, onRateLimit });
    const statusPause = new UpstreamPause(connection.random);
    const statusClient = createUpstreamClient({ ...common, baseUrl, pause: statusPause });
    return createRunGateway({
      client: observedClient(client, "v4", onCall, now),
      statusClient: observedClient(statusClient, "v4", onCall, now),
      allowLiveUrl: allowBy(baseUrl),
      now,
      warn,
    });
  };
  const gateway =
    v2 === null ? runsOf(v4) : v4 === null ? tasksOf(v2) : anyVersion(tasksOf(v2), runsOf(v4));
  return queuedGateway(gateway, queue, pause);
}

function ownOrigins(env: Env): string[] {
  const port = String(env.PORT);
  const hosts = isThisMachine(env.HOST) ? ["localhost", "127.0.0.1", "[::1]"] : [env.HOST];
  const local = hosts.map((host) => `http://${host}:${port}`);
  return env.PUBLIC_BASE_URL === null ? local : [...local, new URL(env.PUBLIC_BASE_URL).origin];
}
