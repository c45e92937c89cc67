// @ts-check
import { readUsage } from "../process-usage.mjs";
import { runLoad } from "../run-load.mjs";
import { KEY_HEADER, startProduct } from "../servers.mjs";
import { callsPerInterval } from "../upstream-calls.mjs";

const INTERVAL_MS = 1000;
const LONG_POLL_SECONDS = 5;
/** A step has some seven events: so many steps are 5,000 of them. */
const LONG_RUN_STEPS = 720;
const SHORT_RUN_STEPS = 20;
/** A step of the scenario takes so long at its own pace: with this speed about each second has one that is new. */
const SPEED = 9.62;
/** A read of its status and one of its events; each five seconds one of its browsers, and of its files where some were written. */
const MOST_CALLS = 2.5;
/** So much more than for one viewer. */
const MOST_TIMES_ONE = 1.05;

/**
 * What it took to watch one run of v4. CPU in milliseconds of the server, for each second in which it was watched.
 * @typedef {{
 *   viewers: number,
 *   events: number,
 *   logBytes: number,
 *   callsPerInterval: number,
 *   cpuMsPerInterval: number | null,
 *   load: import("../load.mjs").LoadResult,
 *   peakMegabytes: number | null,
 * }} WatchedRun
 */

/**
 * Workload j: one run of v4, which is a log of events: what its crowd costs, and what its length does.
 * @param {import("../workload.mjs").Bench} bench
 * @returns {Promise<import("../workload.mjs").Findings>}
 */
export async function watchRunEvents(bench) {
  /** @type {WatchedRun[]} */
  const crowds = [];
  for (const viewers of bench.isQuick ? [1, 1000] : [1, 100, 1000]) {
    crowds.push(await measure(bench, { viewers, steps: SHORT_RUN_STEPS, hold: LONG_POLL_SECONDS }));
  }
  // Polled once a second, so that each answer has about one new step.
  const short = await measure(bench, { viewers: 1, steps: SHORT_RUN_STEPS, hold: 0 });
  const long = await measure(bench, { viewers: 1, steps: LONG_RUN_STEPS, hold: 0 });
  return {
    rows: [...crowds.flatMap((crowd) => crowdRows(crowd, crowds[0])), ...lengthRows(short, long)],
    figures: { crowds, short, long },
  };
}

/**
 * @param {import("../workload.mjs").Bench} bench
 * @param {{ viewers: number, steps: number, hold: number }} watch
 * @returns {Promise<WatchedRun>}
 */
async function measure({ emulator, control, isQuick }, { viewers, steps, hold }) {
  const product = await startProduct(emulator, INTERVAL_MS);
  try {
    const id = await control.createTask({
      scenario: "steps-1000",
      contract: "v4",
      startAtStep: steps,
      speed: SPEED,
    });
    await control.forgetRequests();
    const watched = [
      {
        origin: product.origin,
        path: `/api/tasks/${id}`,
        speaksDelta: true,
        longPollSeconds: hold,
        viewers,
      },
    ];
    const [warmupSeconds, seconds] = isQuick ? [4, 5] : [8, 20];
    const before = readUsage(product.pid).cpuSeconds;
    const started = Date.now();
    /** @type {Promise<number | null>} */
    const warmed = new Promise((resolve) => {
      setTimeout(() => {
        resolve(readUsage(product.pid).cpuSeconds);
      }, warmupSeconds * 1000);
    });
    const load = await runLoad({ watched, intervalMs: INTERVAL_MS, warmupSeconds, seconds });
    const { cpuSeconds, peakMegabytes } = readUsage(product.pid);
    const from = (await warmed) ?? before;
    const spent = from === null || cpuSeconds === null ? null : cpuSeconds - from;
    const intervals = (Date.now() - started - warmupSeconds * 1000) / INTERVAL_MS;
    const calls = callsPerInterval(await control.requests(), load, INTERVAL_MS);
    const { events, bytes } = await readLog(emulator, id);
    await control.moveClock(id, { paused: true });
    return {
      viewers,
      events,
      logBytes: bytes,
      callsPerInterval: calls,
      cpuMsPerInterval: spent === null ? null : (spent * 1000) / intervals,
      load,
      peakMegabytes,
    };
  } finally {
    await product.stop();
  }
}

/**
 * The whole log, as a viewer without a cursor would read it each time.
 * @param {import("../servers.mjs").Server} emulator
 * @param {string} id
 */
async function readLog({ origin }, id) {
  let events = 0;
  let bytes = 0;
  let after = 0;
  for (let isMore = true; isMore;) {
    const path = `${origin}/api/v4/runs/${id}/events?after=${String(after)}&limit=200`;
    const text = await (await fetch(path, { headers: KEY_HEADER })).text();
    const page = JSON.parse(text);
    events += page.events.length;
    bytes += text.length;
    after = page.nextAfter ?? after;
    isMore = page.hasMore === true && page.events.length > 0;
  }
  return { events, bytes };
}

/**
 * @param {string} measure
 * @param {string} unit
 * @param {number | null} product
 * @param {import("../row.mjs").Target | null} target
 * @param {number | null} baseline
 * @returns {import("../row.mjs").Row}
 */
function row(measure, unit, product, target = null, baseline = null) {
  return { workload: "j", measure, unit, product, baseline, target };
}

/**
 * The baseline of the calls is what one viewer causes.
 * @param {WatchedRun} found
 * @param {WatchedRun | undefined} one
 */
function crowdRows(found, one) {
  const { viewers, callsPerInterval: calls, load, cpuMsPerInterval, peakMegabytes } = found;
  const who = `v4 run, ${viewers.toLocaleString("en-US")} ${viewers === 1 ? "viewer" : "viewers"}`;
  const most = { of: "product", atMost: MOST_CALLS, words: `≤ ${String(MOST_CALLS)}` };
  const asOne = { of: "ratio", atMost: MOST_TIMES_ONE, words: `≤ ${String(MOST_TIMES_ONE)} ×` };
  return [
    row(
      `${who}: upstream calls per interval`,
      "",
      calls,
      /** @type {import("../row.mjs").Target} */ (viewers === 1 ? most : asOne),
      viewers === 1 ? null : (one?.callsPerInterval ?? null),
    ),
    row(`${who}: from the news to the answer, p99`, "ms", load.p99, {
      of: "product",
      atMost: 2 * INTERVAL_MS,
      words: `≤ ${String(2 * INTERVAL_MS)} ms`,
    }),
    row(`${who}: failed answers`, "", load.errors, { of: "product", atMost: 0, words: "≤ 0" }),
    row(`${who}: server CPU per interval`, "ms", cpuMsPerInterval),
    row(`${who}: server memory, peak`, "MB", peakMegabytes),
  ];
}

/**
 * A long log costs in each interval what a short one does. The baseline of its rows is the short one.
 * @param {WatchedRun} short
 * @param {WatchedRun} long
 */
function lengthRows(short, long) {
  const who = `v4 run of ${long.events.toLocaleString("en-US")} events against ${short.events.toLocaleString("en-US")}`;
  return [
    row(
      `${who}: server CPU per interval`,
      "ms",
      long.cpuMsPerInterval,
      { of: "ratio", atMost: 2, words: "≤ 2 ×" },
      short.cpuMsPerInterval,
    ),
    row(
      `${who}: upstream calls per interval`,
      "",
      long.callsPerInterval,
      { of: "product", atMost: MOST_CALLS, words: `≤ ${String(MOST_CALLS)}` },
      short.callsPerInterval,
    ),
    row(`${who}: the whole log`, "KB", long.logBytes / 1000, null, short.logBytes / 1000),
    row(`${who}: failed answers`, "", long.load.errors, {
      of: "product",
      atMost: 0,
      words: "≤ 0",
    }),
  ];
}
