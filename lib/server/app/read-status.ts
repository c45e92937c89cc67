import "server-only";
import type { ServerStatus } from "@/lib/contract/server-status";
import type { ReadRedis } from "@/lib/server/cluster/redis-standing";
import type { Env } from "@/lib/server/config/env";
import type { TaskStore } from "@/lib/server/tasks/task-store";
import type { TaskWatch } from "@/lib/server/tasks/task-watch";
import type { RateLimit } from "@/lib/server/upstream/rate-limit-headers";
import type { UpstreamPause } from "@/lib/server/upstream/upstream-pause";
import type { UpstreamStanding } from "@/lib/server/upstream/upstream-standing";
import type { ReadNotices } from "./connect-notifier";
import type { Readiness } from "./readiness";

type Parts = {
  env: Pick<Env, "POLL_INTERVAL_MS">;
  now: () => number;
  version: string;
  /** Epoch milliseconds. */
  startedAt: number;
  readiness: () => Promise<Readiness>;
  readRedis: ReadRedis;
  pause: Pick<UpstreamPause, "pausedUntil" | "pausedBy">;
  store: Pick<TaskStore, "outage">;
  watch: Pick<TaskWatch, "size" | "watchers">;
  standing: () => UpstreamStanding;
  rateLimit: () => RateLimit;
  readNotices: ReadNotices;
};

/** Reads how this process stands, from its parts. Calls nobody but Redis, and never throws. */
export function createReadStatus(parts: Parts): () => Promise<ServerStatus> {
  const { env, now, version, startedAt, readiness, readRedis, pause, watch } = parts;
  return async () => {
    const [ready, hasRedis] = await Promise.all([readiness(), readRedis()]);
    const at = now();
    const isPaused = at < pause.pausedUntil;
    return {
      version,
      node: process.versions.node,
      startedAt: toTime(startedAt),
      readAt: toTime(at),
      intervalMs: env.POLL_INTERVAL_MS,
      notReady: ready.ready ? null : ready.reason,
      upstream: toUpstream(parts, isPaused),
      rateLimit: { ...parts.rateLimit(), pausedUntil: isPaused ? toTime(pause.pausedUntil) : null },
      tasks: { watched: watch.size, watchers: watch.watchers },
      notices: parts.readNotices(),
      redis: hasRedis === null ? "none" : hasRedis ? "answers" : "away",
      memory: process.memoryUsage.rss(),
    };
  };
}

function toUpstream(
  { pause, store, standing }: Parts,
  isPaused: boolean,
): ServerStatus["upstream"] {
  const { answeredAt, failed, key } = standing();
  const { state, cause } = decideState(standing(), store.outage, isPaused ? pause.pausedBy : null);
  return {
    state,
    cause,
    answeredAt: answeredAt === null ? null : toTime(answeredAt),
    failedAt: failed === null ? null : toTime(failed.at),
    failedWith: failed?.status ?? null,
    key,
  };
}

/** In which state the upstream is, and why. One call that failed makes no upstream that fails, unless none went well. */
export function decideState(
  { answeredAt, failed, key }: UpstreamStanding,
  outage: ServerStatus["upstream"]["cause"],
  pausedBy: ServerStatus["upstream"]["cause"],
): Pick<ServerStatus["upstream"], "state" | "cause"> {
  if (pausedBy !== null) return { state: "paused", cause: pausedBy };
  if (key === "refused") return { state: "fails", cause: "key-rejected" };
  if (outage !== null) return { state: "fails", cause: outage };
  if (answeredAt !== null) return { state: "answers", cause: null };
  return { state: failed === null ? "unknown" : "fails", cause: null };
}

function toTime(ms: number): string {
  return new Date(ms).toISOString();
}
