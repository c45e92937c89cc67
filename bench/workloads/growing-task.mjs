// @ts-check
import { readUsage } from "../process-usage.mjs";
import { runLoad } from "../run-load.mjs";
import { startBaseline, startProduct } from "../servers.mjs";

const STEPS = 1000;
/** What the run takes at its own pace. */
const RUN_SECONDS = 9620;
/** The shortest interval the product allows, so that steps come one by one, as they do in life. */
const INTERVAL_MS = 100;
const SPARE_SECONDS = 2;

/**
 * Workload c: what it takes to watch one task from its first step to its thousandth, once through the product and
 * once through the baseline, at the same time.
 * @param {import("../workload.mjs").Bench} bench
 * @returns {Promise<import("../workload.mjs").Findings>}
 */
export async function watchGrow(bench) {
  const seconds = bench.isQuick ? 12 : 110;
  const product = await startProduct(bench.emulator, INTERVAL_MS);
  const baseline = await startBaseline(bench.emulator);
  try {
    const [ours, theirs] = await Promise.all([
      watch(bench, product, "/api/tasks/", seconds),
      watch(bench, baseline, "/api/v2/tasks/", seconds),
    ]);
    return { rows: toRows(ours, theirs), figures: { product: ours, baseline: theirs } };
  } finally {
    await product.stop();
    await baseline.stop();
  }
}

/**
 * @param {import("../workload.mjs").Bench} bench
 * @param {import("../servers.mjs").Server} server
 * @param {string} path
 * @param {number} seconds
 */
async function watch({ control }, server, path, seconds) {
  const speed = RUN_SECONDS / seconds;
  const taskId = await control.createTask({ scenario: "steps-1000", speed });
  const before = readUsage(server.pid).cpuSeconds;
  const load = await runLoad({
    watched: [
      {
        origin: server.origin,
        path: path + taskId,
        speaksDelta: path === "/api/tasks/",
        viewers: 1,
      },
    ],
    intervalMs: INTERVAL_MS,
    warmupSeconds: 0,
    seconds: seconds + SPARE_SECONDS,
  });
  const after = readUsage(server.pid).cpuSeconds;
  const document = await (await fetch(server.origin + path + taskId)).text();
  const { steps } = JSON.parse(document);
  if (steps.length !== STEPS) {
    throw new Error(
      `The run should have shown ${String(STEPS)} steps, not ${String(steps.length)}.`,
    );
  }
  const documentBytes = Buffer.byteLength(document);
  const serverCpuSeconds = before === null || after === null ? null : after - before;
  return { load, documentBytes, timesDocument: load.bytes / documentBytes, serverCpuSeconds };
}

/**
 * @param {Awaited<ReturnType<typeof watch>>} product
 * @param {Awaited<ReturnType<typeof watch>>} baseline
 * @returns {import("../row.mjs").Row[]}
 */
function toRows(product, baseline) {
  /**
   * @param {string} measure
   * @param {string} unit
   * @param {(one: typeof product) => number | null} pick
   * @param {import("../row.mjs").Target | null} target
   */
  const row = (measure, unit, pick, target = null) => ({
    workload: "c",
    measure: `0 to 1,000 steps: ${measure}`,
    unit,
    product: pick(product),
    baseline: pick(baseline),
    target,
  });
  return [
    row("bytes to the viewer / final document", "×", (one) => one.timesDocument, {
      of: "product",
      atMost: 1.3,
      words: "≤ 1.3 ×",
    }),
    row("bytes to the viewer", "KB", ({ load }) => load.bytes / 1024),
    row(
      "the same on the wire, compressed, with headers",
      "KB",
      ({ load }) => load.wireBytes / 1024,
    ),
    row("final document", "KB", (one) => one.documentBytes / 1024),
    row("server CPU", "s", (one) => one.serverCpuSeconds),
    row("viewer CPU", "s", ({ load }) => load.cpuSeconds),
  ];
}
