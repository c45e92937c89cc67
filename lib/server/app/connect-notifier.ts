import "server-only";
import type { ServerStatus } from "@/lib/contract/server-status";
import { RedisCache } from "@/lib/server/cluster/redis-cache";
import type { AccessRedis } from "@/lib/server/cluster/access-redis";
import { createSeat, ONLY_SEAT } from "@/lib/server/cluster/seat";
import type { Env } from "@/lib/server/config/env";
import type { DataStore } from "@/lib/server/data/data-store";
import { DeliveryQueue } from "@/lib/server/notify/delivery-queue";
import { Notifier } from "@/lib/server/notify/notifier";
import { createPostNotice } from "@/lib/server/notify/post-notice";
import { ToldStore } from "@/lib/server/notify/told-store";
import { errorFields } from "@/lib/server/observability/logger";
import type { Metrics } from "@/lib/server/observability/metrics";
import type { WarnHourly } from "@/lib/server/observability/warn-hourly";
import type { ReadTaskList } from "@/lib/server/tasks/read-task-list";
import type { TaskStore } from "@/lib/server/tasks/task-store";

type Parts = {
  env: Env;
  store: TaskStore;
  readTaskList: ReadTaskList;
  pause: { pausedUntil: number };
  data: DataStore;
  redis: AccessRedis | null;
  stopping: AbortSignal;
  warnHourly: WarnHourly;
  metrics: Pick<Metrics, "onNotice">;
};

type Clock = {
  now: () => number;
  random: () => number;
  later: (run: () => void, ms: number) => () => void;
};

/** How messages stand; `null` where there is nowhere to send them. */
export type ReadNotices = () => ServerStatus["notices"];

/** What is left when the process stops is tried for so long, in milliseconds: the stop itself takes no longer. */
const STOP_MS = 4000;

/** Starts to tell how tasks stand, where the settings name an address. `close` ends it at once. */
export function connectNotifier(
  parts: Parts,
  { now, random, later }: Clock,
): { readNotices: ReadNotices; close: () => void } {
  const { env, store, pause, redis, stopping, warnHourly, metrics } = parts;
  if (env.NOTIFY_URL === null || env.NOTIFY_SECRET === null) {
    return { readNotices: () => null, close: () => undefined };
  }
  let deliveredAt: number | null = null;
  let failed: { at: number; with: string } | null = null;
  const queue = new DeliveryQueue({
    post: createPostNotice(env.NOTIFY_URL, env.NOTIFY_SECRET, now),
    now,
    random,
    later,
    onTry: ({ status }, result) => {
      metrics.onNotice(result);
      if (result === "delivered") deliveredAt = now();
      else {
        failed = { at: now(), with: String(status) };
        warnHourly({ result, status: String(status) }, "A message was not delivered");
      }
    },
    onExpired: () => {
      metrics.onNotice("expired");
    },
  });
  const seat =
    redis === null
      ? ONLY_SEAT
      : createSeat(new RedisCache(redis.redis, redis.namespace), "notify", now);
  const notifier = new Notifier({
    store,
    readTaskList: parts.readTaskList,
    pausedUntil: () => pause.pausedUntil,
    told: new ToldStore(parts.data, now),
    seat,
    queue,
    settings: {
      format: env.NOTIFY_FORMAT,
      events: new Set(env.NOTIFY_EVENTS),
      windowMs: env.NOTIFY_MERGE_SECONDS * 1000,
      publicBaseUrl: env.PUBLIC_BASE_URL,
      tasks: env.NOTIFY_TASKS,
      everyMs: env.NOTIFY_EVERY_SECONDS * 1000,
    },
    now,
    later,
    onLost: (error) => {
      warnHourly(errorFields(error), "What was told about tasks cannot be remembered");
    },
  });
  notifier.start();
  const stop = () => void notifier.stop(STOP_MS);
  stopping.addEventListener("abort", stop, { once: true });
  return {
    readNotices: () => ({
      sender: seat.isMine === null ? "unknown" : seat.isMine ? "this" : "another",
      followed: notifier.size,
      waiting: queue.waiting,
      deliveredAt: deliveredAt === null ? null : new Date(deliveredAt).toISOString(),
      failedAt: failed === null ? null : new Date(failed.at).toISOString(),
      failedWith: failed?.with ?? null,
    }),
    close: () => void notifier.stop(0),
  };
}
