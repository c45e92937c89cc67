import "server-only";
import { CLUSTER_TIMES, type ClusterTimes } from "@/lib/server/cluster/cluster-times";
import { RedisCache } from "@/lib/server/cluster/redis-cache";
import { createRedisClient } from "@/lib/server/cluster/redis-client";
import { createSealer, namespaceOf } from "@/lib/server/cluster/sealer";
import type { SharedCache } from "@/lib/server/cluster/shared-cache";
import { TaskStore } from "@/lib/server/tasks/task-store";
import { CallQueue } from "@/lib/server/upstream/call-queue";
import { currentTaskSchema } from "@/lib/server/upstream/contracts/current-schema";
import { currentToDomain } from "@/lib/server/upstream/contracts/current-to-domain";
import { currentTask, TASK_ID, wireStep } from "@/test/upstream/task";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import { ClusterFetch } from "@/lib/server/cluster/cluster-fetch";

/** The secret of the instances in tests. */
export const SECRET = "bu_canary_instances";
/** Where they put things in Redis. */
export const NAMESPACE = namespaceOf(SECRET);

/** Everything that is timed goes so much faster than in the product. */
const PACE = 0.4;

/** Times of instances that share a real Redis. A command has as long as ever: neither the Redis nor the machine is faster. */
export const TIMES: ClusterTimes = {
  commandMs: CLUSTER_TIMES.commandMs,
  silenceMs: CLUSTER_TIMES.silenceMs * PACE,
  reconnectMs: CLUSTER_TIMES.reconnectMs * PACE,
  retryMs: CLUSTER_TIMES.retryMs * PACE,
  certainMs: CLUSTER_TIMES.certainMs * PACE,
  lockMs: CLUSTER_TIMES.lockMs * PACE,
  beatMs: CLUSTER_TIMES.beatMs * PACE,
  firstBeatMs: CLUSTER_TIMES.firstBeatMs * PACE,
};

/** One instance of the product, as far as reading tasks goes. */
export type Instance = {
  store: TaskStore;
  cache: SharedCache;
  /** What it logged of its cache: "lost" and "back". */
  log: string[];
};

/** Makes an instance over a shared cache, with an upstream and an interval. */
export function createInstance(
  cache: SharedCache,
  getTask: (taskId: string) => Promise<UpstreamTask>,
  intervalMs: number,
  times = TIMES,
): Instance {
  const log: string[] = [];
  const cluster = new ClusterFetch({
    cache,
    sealer: createSealer(SECRET),
    intervalMs,
    times,
    now: Date.now,
    random: Math.random,
    onLost: () => log.push("lost"),
    onBack: () => log.push("back"),
  });
  const store = new TaskStore({
    getTask,
    queue: new CallQueue(16, 1000),
    coordinate: cluster.coordinate,
    intervalMs,
    now: Date.now,
    random: Math.random,
    later: () => () => undefined,
    onFailure: () => undefined,
  });
  return { store, cache, log };
}

/** A connection of an instance's own to a Redis. */
export function connect(url: string, times = TIMES): SharedCache {
  return new RedisCache(createRedisClient(url, times), NAMESPACE, times);
}

/** A task as the upstream answers it. */
export function upstreamTask(more: Record<string, unknown> = {}, id = TASK_ID): UpstreamTask {
  const wire = currentTaskSchema.parse(currentTask({ id, ...more }));
  const steps = currentToDomain(wire, null, () => null);
  return { ...steps, liveUrl: "https://live.browser-use.com/?t=canary-live", bytes: 1000 };
}

/** Reads a task at each instance every `everyMs`, out of step, for so long. Gives the slowest reading, in milliseconds. */
export async function watch(
  instances: readonly Instance[],
  everyMs: number,
  forMs: number,
  taskId = TASK_ID,
): Promise<{ slowestMs: number; problems: string[] }> {
  const end = Date.now() + forMs;
  const seen = { slowestMs: 0, problems: new Array<string>() };
  await Promise.all(
    instances.map(async ({ store }, index) => {
      await sleep((everyMs * index) / instances.length);
      while (Date.now() < end) {
        const from = Date.now();
        const reading = await store.read(taskId);
        seen.slowestMs = Math.max(seen.slowestMs, Date.now() - from);
        if (!reading.ok) seen.problems.push(reading.code);
        await sleep(everyMs);
      }
    }),
  );
  return seen;
}

export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

/** A task with many steps: large enough to be deflated. */
export const manySteps = (count: number) => ({
  steps: Array.from({ length: count }, (_, index) => wireStep(index + 1)),
});
