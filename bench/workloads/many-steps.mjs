// @ts-check
import { setTimeout as sleep } from "node:timers/promises";
import { KEY_HEADER, startProduct } from "../servers.mjs";
import { readUsage } from "../process-usage.mjs";
import { runBareReader, runLoad } from "../run-load.mjs";
import { callsPerInterval } from "../upstream-calls.mjs";
import { parseMs } from "./parse-cost.mjs";
import { manyStepsRows } from "./many-steps-rows.mjs";

const INTERVAL_MS = 1000;
/** A step of the scenario takes so long at its own pace: with this speed about each answer has one that is new. */
const SPEED = 9.62;
const SCENARIO_STEPS = 1000;
/** No case takes longer: a run that ends would no longer be asked for. */
const LONGEST_SECONDS = 80;

/** @typedef {{ tasks: number, steps: number }} Case */

/** @type {readonly Case[]} */
const CASES = [
  { tasks: 20, steps: 100 },
  { tasks: 20, steps: 300 },
  { tasks: 20, steps: 1000 },
  { tasks: 100, steps: 300 },
  { tasks: 1000, steps: 100 },
];

/**
 * What it took to watch so many tasks of so many steps. CPU in milliseconds: of the product for each answer of the
 * upstream, polls of viewers included; of `JSON.parse` for the same answer; and of a process that fetches and parses it.
 * @typedef {Case & {
 *   cpuMsPerAnswer: number | null,
 *   parseMsPerAnswer: number,
 *   readMsPerAnswer: number | null,
 *   coreShare: number | null,
 *   callsPerTask: number,
 *   load: import("../load.mjs").LoadResult,
 *   peakMegabytes: number | null,
 * }} ManySteps
 */

/**
 * Workload h: what the product spends on answers in which one step is new, for one viewer of each task.
 * @param {import("../workload.mjs").Bench} bench
 * @returns {Promise<import("../workload.mjs").Findings>}
 */
export async function watchManySteps(bench) {
  const cases = bench.isQuick ? CASES.filter(({ tasks }) => tasks < 1000) : CASES;
  /** @type {ManySteps[]} */
  const found = [];
  for (const one of cases) found.push(await measure(bench, one));
  return { rows: found.flatMap(manyStepsRows), figures: { cases: found } };
}

/**
 * @param {import("../workload.mjs").Bench} bench
 * @param {Case} one
 * @returns {Promise<ManySteps>}
 */
async function measure({ emulator, control, isQuick }, { tasks, steps }) {
  const [warmupSeconds, seconds] = isQuick ? [4, 5] : [10, 20];
  const product = await startProduct(emulator, INTERVAL_MS);
  try {
    const startAtStep = Math.min(steps, SCENARIO_STEPS - LONGEST_SECONDS);
    /** @type {string[]} */
    const ids = [];
    while (ids.length < tasks) {
      ids.push(await control.createTask({ scenario: "steps-1000", startAtStep, speed: SPEED }));
    }
    await control.forgetRequests();
    const watched = ids.map((id) => ({
      origin: product.origin,
      path: `/api/tasks/${id}`,
      speaksDelta: true,
      viewers: 1,
    }));
    const warmed = sleep(warmupSeconds * 1000).then(() => readUsage(product.pid).cpuSeconds);
    const load = await runLoad({ watched, intervalMs: INTERVAL_MS, warmupSeconds, seconds });
    const before = await warmed;
    const { cpuSeconds, peakMegabytes } = readUsage(product.pid);
    const spent = before === null || cpuSeconds === null ? null : cpuSeconds - before;
    const calls = callsPerInterval(await control.requests(), load, INTERVAL_MS);
    const answers = (calls * (load.to - load.from)) / INTERVAL_MS;
    const bare = tasks > 100 ? null : await readBarely(emulator, ids, isQuick);
    const documents = await fetchDocuments(emulator, ids.slice(0, 20));
    for (const id of ids) await control.moveClock(id, { paused: true });
    return {
      tasks,
      steps,
      cpuMsPerAnswer: spent === null || answers === 0 ? null : (spent * 1000) / answers,
      parseMsPerAnswer: parseMs(documents),
      readMsPerAnswer: bare?.cpuMsPerAnswer ?? null,
      coreShare: spent === null ? null : (spent * 1000) / (load.to - load.from),
      callsPerTask: calls / tasks,
      load,
      peakMegabytes,
    };
  } finally {
    await product.stop();
  }
}

/**
 * @param {import("../servers.mjs").Server} emulator
 * @param {readonly string[]} ids
 * @param {boolean} isQuick
 */
function readBarely({ origin }, ids, isQuick) {
  return runBareReader({
    urls: ids.map((id) => `${origin}/api/v2/tasks/${id}`),
    headers: KEY_HEADER,
    intervalMs: INTERVAL_MS,
    warmupSeconds: isQuick ? 2 : 5,
    seconds: isQuick ? 3 : 10,
  });
}

/**
 * @param {import("../servers.mjs").Server} emulator
 * @param {readonly string[]} ids
 */
async function fetchDocuments(emulator, ids) {
  /** @type {Buffer[]} */
  const documents = [];
  for (const id of ids) {
    const answer = await fetch(`${emulator.origin}/api/v2/tasks/${id}`, { headers: KEY_HEADER });
    documents.push(Buffer.from(await answer.arrayBuffer()));
  }
  return documents;
}
