// @ts-check
import { setTimeout as sleep } from "node:timers/promises";
import { hasRedis, startOwnRedis } from "../../scripts/own-redis.mjs";
import { readUsage } from "../process-usage.mjs";
import { readRedisUsage } from "../redis-usage.mjs";
import { runLoad } from "../run-load.mjs";
import { startProduct } from "../servers.mjs";
import { callsPerInterval } from "../upstream-calls.mjs";
import { clusterRows } from "./cluster-rows.mjs";

const INTERVAL_MS = 1000;
const LONG_POLL_SECONDS = 5;
const INSTANCES = [1, 2, 4];
/** Far enough to have a real document, early enough to go on running. */
const START = { scenario: "running", startAtStep: 8 };

/**
 * So many instances with one Redis, and what it took in a second: of one core for each instance and for the Redis,
 * commands and bytes of the Redis. `callsPerTask` is for each task and interval, `null` where CPU cannot be read.
 * @typedef {{
 *   instances: number, tasks: number, viewers: number, callsPerTask: number,
 *   coreShares: (number | null)[],
 *   redis: { coreShare: number, commands: number, bytes: number },
 *   load: import("../load.mjs").LoadResult,
 * }} Cluster
 */

/**
 * Workload i: the same viewers, evenly spread over 1, 2 and 4 instances.
 * @param {import("../workload.mjs").Bench} bench
 * @returns {Promise<import("../workload.mjs").Findings>}
 */
export async function watchOverInstances(bench) {
  if (!hasRedis) {
    process.stderr.write("   there is no redis-server here: skipped\n");
    return { rows: [], figures: {} };
  }
  /** @type {Cluster[]} */
  const found = [];
  for (const instances of INSTANCES) found.push(await measure(bench, instances));
  return { rows: found.flatMap(clusterRows), figures: { clusters: found } };
}

/**
 * @param {import("../workload.mjs").Bench} bench
 * @param {number} instances
 * @returns {Promise<Cluster>}
 */
async function measure({ emulator, control, isQuick, crowd }, instances) {
  const [warmupSeconds, seconds] = isQuick ? [4, 5] : [10, 15];
  const redis = await startOwnRedis();
  /** @type {import("../servers.mjs").Server[]} */
  const servers = [];
  try {
    while (servers.length < instances) {
      const settings = { REDIS_URL: redis.url };
      servers.push(await startProduct(emulator, INTERVAL_MS, { settings }));
    }
    const watched = await spread(control, crowd, servers);
    await control.forgetRequests();
    const usage = async () => ({
      servers: servers.map(({ pid }) => readUsage(pid).cpuSeconds),
      redis: await readRedisUsage(redis.url),
    });
    const warmed = sleep(warmupSeconds * 1000).then(usage);
    const load = await runLoad({ watched, intervalMs: INTERVAL_MS, warmupSeconds, seconds });
    const [before, after] = [await warmed, await usage()];
    const inSeconds = (load.to - load.from) / 1000;
    return {
      instances,
      ...crowd,
      callsPerTask: callsPerInterval(await control.requests(), load, INTERVAL_MS) / crowd.tasks,
      coreShares: after.servers.map((now, index) => {
        const then = before.servers[index] ?? null;
        return now === null || then === null ? null : (now - then) / inSeconds;
      }),
      redis: {
        coreShare: (after.redis.cpuSeconds - before.redis.cpuSeconds) / inSeconds,
        commands: (after.redis.commands - before.redis.commands) / inSeconds,
        bytes: (after.redis.bytes - before.redis.bytes) / inSeconds,
      },
      load,
    };
  } finally {
    for (const server of servers) await server.stop();
    await redis.stop();
  }
}

/**
 * The n-th viewer watches the n-th task at the n-th instance, and so on around, one further on with each round: the
 * viewers of a task meet all instances.
 * @param {import("../workload.mjs").Bench["control"]} control
 * @param {{ tasks: number, viewers: number }} crowd
 * @param {readonly import("../servers.mjs").Server[]} servers
 */
async function spread(control, { tasks, viewers }, servers) {
  /** @type {string[]} */
  const ids = [];
  while (ids.length < tasks) ids.push(await control.createTask(START));
  return Array.from({ length: viewers }, (_, viewer) => ({
    origin: servers[(viewer + Math.floor(viewer / tasks)) % servers.length]?.origin ?? "",
    path: `/api/tasks/${ids[viewer % tasks] ?? ""}`,
    speaksDelta: true,
    longPollSeconds: LONG_POLL_SECONDS,
    viewers: 1,
  }));
}
