// @ts-check
import { existsSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import process from "node:process";
import { emulatorControl } from "./emulator-control.mjs";
import { parseOptions, USAGE } from "./options.mjs";
import { ratioOf, verdictOf } from "./row.mjs";
import { startEmulator } from "./servers.mjs";
import { toTable } from "./table.mjs";
import { watchOverInstances } from "./workloads/cluster.mjs";
import { crowdRows } from "./workloads/crowd-rows.mjs";
import { watchGrow } from "./workloads/growing-task.mjs";
import { watchInBrowser } from "./workloads/latency.mjs";
import { watchLongTimelines } from "./workloads/long-timelines.mjs";
import { watchManySteps } from "./workloads/many-steps.mjs";
import { watchInCrowds } from "./workloads/many-viewers.mjs";
import { askForManyTasks } from "./workloads/memory.mjs";
import { watchRunEvents } from "./workloads/run-events.mjs";
import { fetchThumbnails } from "./workloads/thumbnails.mjs";

const RESULTS = "bench/results.json";

/** @type {Record<(typeof import("./options.mjs").WORKLOADS)[number], { title: string, run: (bench: import("./workload.mjs").Bench) => Promise<import("./workload.mjs").Findings> }>} */
const RUNS = {
  a: {
    title: "one running task, 1 to 1,000 viewers",
    run: (bench) => crowds("a", bench, 1, bench.isQuick ? [1, 1000] : [1, 100, 1000]),
  },
  b: { title: "200 running tasks, 5 viewers each", run: (bench) => crowds("b", bench, 200, [5]) },
  c: { title: "one task growing to 1,000 steps", run: watchGrow },
  d: { title: "from the upstream to a browser's page", run: watchInBrowser },
  e: { title: "memory after many task ids", run: askForManyTasks },
  f: { title: "thumbnails", run: fetchThumbnails },
  g: { title: "timelines of 1,000 and 10,000 steps", run: watchLongTimelines },
  h: { title: "many long tasks, one viewer each", run: watchManySteps },
  i: { title: "1, 2 and 4 instances with a Redis", run: watchOverInstances },
  j: { title: "a run of v4, 1 to 1,000 viewers, and its length", run: watchRunEvents },
};

/**
 * @param {string} name
 * @param {import("./workload.mjs").Bench} bench
 * @param {number} tasks
 * @param {number[]} viewersPerTask
 * @returns {Promise<import("./workload.mjs").Findings>}
 */
async function crowds(name, bench, tasks, viewersPerTask) {
  const found = await watchInCrowds(bench, { tasks, viewersPerTask });
  return { rows: found.flatMap((crowd) => crowdRows(name, crowd)), figures: { crowds: found } };
}

/** @param {import("./options.mjs").Options} options */
async function main({ isQuick, only, crowd }) {
  const started = Date.now();
  const cores = availableParallelism();
  const [loadBefore = 0] = loadavg();
  /** @type {import("./row.mjs").Row[]} */
  const rows = [];
  /** @type {Record<string, object>} */
  const figures = {};
  for (const name of only) {
    const { title, run } = RUNS[name];
    process.stderr.write(`${name}  ${title} …\n`);
    // What one workload leaves in the emulator must not slow down the next one.
    const emulator = await startEmulator();
    try {
      const findings = await run({ emulator, control: emulatorControl(emulator), isQuick, crowd });
      rows.push(...findings.rows);
      figures[name] = findings.figures;
    } catch (error) {
      // The other workloads' figures are worth having.
      console.error(`Workload ${name} broke off:`, error);
      process.exitCode = 1;
    } finally {
      await emulator.stop();
    }
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`\n${toTable(rows)}\n`);
  const missed = rows.filter((row) => !["met", "none"].includes(verdictOf(row)));
  const judged = rows.filter((row) => row.target !== null).length;
  console.log(
    `${String(judged - missed.length)} of ${String(judged)} targets met, in ${String(seconds)} s`,
  );
  if (loadBefore > cores / 2) {
    const load = `${loadBefore.toFixed(1)} on ${String(cores)} cores`;
    console.log(`The machine was busy before the start (load ${load}): do not trust the times.`);
  }
  const results = {
    date: new Date(started).toISOString(),
    node: process.version,
    cores,
    loadBefore,
    isQuick,
    seconds,
    rows: rows.map((row) => ({ ...row, ratio: ratioOf(row), verdict: verdictOf(row) })),
    figures,
  };
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
}

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.once(signal, () => process.exit(130));
}
const options = parseOptions(process.argv.slice(2));
if (options === null) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (!existsSync(".next/BUILD_ID")) {
  console.error("There is no build yet. Run: npm run build");
  process.exitCode = 1;
} else {
  await main(options);
}
