// @ts-check
import { runLoad } from "../run-load.mjs";
import { startBaseline, startProduct } from "../servers.mjs";
import { readUsage } from "../process-usage.mjs";
import { callsPerInterval } from "../upstream-calls.mjs";

/** How often viewers poll, and how often the product asks the upstream. */
export const INTERVAL_MS = 1000;
/** What the product allows unless it is told otherwise. */
const LONG_POLL_SECONDS = 5;
/** Far enough to have a real document, early enough to go on running. */
const START = { scenario: "running", startAtStep: 8 };

/**
 * How one server did for a crowd: calls to the upstream per task and interval, CPU milliseconds of the server per
 * answer, what the viewers saw, and what the server has used so far.
 * @typedef {{
 *   callsPerTask: number,
 *   cpuMsPerAnswer: number | null,
 *   load: import("../load.mjs").LoadResult,
 *   usage: ReturnType<typeof readUsage>,
 * }} Measured
 *
 * `longPollSeconds` is 0 where answers were not held.
 *
 * @typedef {{ tasks: number, viewers: number, longPollSeconds: number, product: Measured, baseline: Measured }} Crowd
 */

/**
 * Workloads a and b: how many calls reach the upstream, and how fast answers are, however many people watch.
 * @param {import("../workload.mjs").Bench} bench
 * @param {{ tasks: number, viewersPerTask: number[] }} crowd
 * @returns {Promise<Crowd[]>}
 */
export async function watchInCrowds(bench, { tasks, viewersPerTask }) {
  const product = await startProduct(bench.emulator, INTERVAL_MS);
  const baseline = await startBaseline(bench.emulator);
  /** @type {Crowd[]} */
  const crowds = [];
  try {
    for (const viewers of viewersPerTask) {
      const upstreamPath = { server: baseline, path: "/api/v2/tasks/", longPollSeconds: 0 };
      const theirs = await measure(bench, { ...upstreamPath, tasks, viewers });
      for (const longPollSeconds of [LONG_POLL_SECONDS, 0]) {
        const own = { server: product, path: "/api/tasks/", longPollSeconds };
        const ours = await measure(bench, { ...own, tasks, viewers });
        crowds.push({ tasks, viewers, longPollSeconds, product: ours, baseline: theirs });
      }
    }
  } finally {
    await product.stop();
    await baseline.stop();
  }
  return crowds;
}

/**
 * @param {import("../workload.mjs").Bench} bench
 * @param {{ server: import("../servers.mjs").Server, path: string, longPollSeconds: number, tasks: number, viewers: number }} watch
 * @returns {Promise<Measured>}
 */
async function measure({ control, isQuick }, { server, path, longPollSeconds, tasks, viewers }) {
  const watched = [];
  for (let task = 0; task < tasks; task++) {
    const taskId = await control.createTask(START);
    const speaksDelta = path === "/api/tasks/";
    watched.push({
      origin: server.origin,
      path: path + taskId,
      speaksDelta,
      longPollSeconds,
      viewers,
    });
  }
  await control.forgetRequests();
  const before = readUsage(server.pid).cpuSeconds;
  const load = await runLoad({
    watched,
    intervalMs: INTERVAL_MS,
    warmupSeconds: isQuick ? 2 : 3,
    seconds: isQuick ? 3 : 15,
  });
  const calls = callsPerInterval(await control.requests(), load, INTERVAL_MS);
  const usage = readUsage(server.pid);
  const spent = before === null || usage.cpuSeconds === null ? null : usage.cpuSeconds - before;
  const cpuMsPerAnswer =
    spent === null || load.allPolls === 0 ? null : (spent * 1000) / load.allPolls;
  return { callsPerTask: calls / tasks, cpuMsPerAnswer, load, usage };
}
