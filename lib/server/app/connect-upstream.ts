import "server-only";
import type { Env } from "@/lib/server/config/env";
import { upstreamBases } from "@/lib/server/config/upstream-bases";
import type { Logger } from "@/lib/server/observability/logger";
import type { Metrics } from "@/lib/server/observability/metrics";
import type { WarnHourly } from "@/lib/server/observability/warn-hourly";
import { CallQueue } from "@/lib/server/upstream/call-queue";
import { connectGateway } from "@/lib/server/upstream/connect-gateway";
import { createKeyRecheck } from "@/lib/server/upstream/key-recheck";
import type { RateLimit } from "@/lib/server/upstream/rate-limit-headers";
import { UpstreamPause } from "@/lib/server/upstream/upstream-pause";
import { afterUpstreamCall, NOTHING_ASKED } from "@/lib/server/upstream/upstream-standing";

/** Calls with the key that may be out at once, and that may wait for their turn. */
const MOST_CALLS = 16;
const MOST_WAITING = 1000;

type Parts = {
  env: Env;
  log: Logger;
  warnHourly: WarnHourly;
  metrics: Metrics;
  later: (run: () => void, ms: number) => void;
  now: () => number;
  random: () => number;
};

/** Everything that calls with the key, and what the calls say of the upstream: counted, and remembered for whoever asks. */
export function connectUpstream(parts: Parts) {
  const { env, log, warnHourly, metrics, later, now, random } = parts;
  const queue = new CallQueue(MOST_CALLS, MOST_WAITING);
  const pause = new UpstreamPause(random, metrics.onPause);
  const firstVersion = upstreamBases(env).v2 === null ? "v4" : "v2";
  let standing = NOTHING_ASKED;
  let rateLimit: RateLimit = { limit: null, remaining: null };
  const isKeyRefused = () => standing.key === "refused";
  const gateway = connectGateway({
    env,
    queue,
    pause,
    now,
    random,
    warn: warnHourly,
    onCall: (call) => {
      metrics.onCall(call);
      log.debug(call, "Browser Use Cloud was called");
      // A key may be for one version alone; what counts is the one that is asked first.
      if (call.version === firstVersion) standing = afterUpstreamCall(standing, call, now());
      recheckKey();
    },
    onRateLimit: (told) => {
      metrics.onRateLimit(told);
      rateLimit = told;
    },
  });
  const ask = () => gateway.listTasks(1, 1, {});
  const recheckKey = createKeyRecheck({ isRefused: isKeyRefused, ask, later });
  return {
    queue,
    pause,
    gateway,
    isKeyRefused,
    standing: () => standing,
    rateLimit: () => rateLimit,
  };
}
