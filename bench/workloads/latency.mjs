// @ts-check
import { chromium } from "@playwright/test";
import { findChromium } from "../../scripts/find-chromium.mjs";
import { percentile } from "../percentile.mjs";
import { startBaseline, startProduct } from "../servers.mjs";
import { createViewer } from "../viewer.mjs";

const INTERVAL_MS = 1000;
/** Longer than most steps of the run take, so that most moves of its clock show one more. */
const MOVE_SECONDS = 9.6;
/** How long a step may take to arrive before the run goes on without it. */
const PATIENCE_MS = 10_000;
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

/** Step number → when it was first there (epoch milliseconds). @typedef {Map<number, number>} Times */

/**
 * Workload d: from the moment a step is there upstream to the moment it stands in a browser's page. The task's
 * clock stands still and is moved by hand, so the first moment is known. The baseline's viewer is no browser: it
 * has seen a step as soon as the answer is there, which is kind to it.
 * @param {import("../workload.mjs").Bench} bench
 * @returns {Promise<import("../workload.mjs").Findings>}
 */
export async function watchInBrowser(bench) {
  const product = await startProduct(bench.emulator, INTERVAL_MS);
  const baseline = await startBaseline(bench.emulator);
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  try {
    const taskId = await bench.control.createTask({ scenario: "steps-1000", startAtStep: 5 });
    await bench.control.moveClock(taskId, { paused: true });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(noteSteps);
    await page.goto(`${product.origin}/tasks/${taskId}`);
    await page.waitForSelector("[data-step]");
    const direct = pollDirectly(baseline.origin, taskId);
    const upstream = await moveOn(bench, taskId);
    await new Promise((resolve) => setTimeout(resolve, 3 * INTERVAL_MS));
    /** @type {Times} */
    const inPage = new Map(await page.evaluate(() => Reflect.get(globalThis, "stepTimes")));
    const inAnswer = await direct.stop();
    return toFindings(delays(upstream, inPage), delays(upstream, inAnswer));
  } finally {
    await browser.close();
    await product.stop();
    await baseline.stop();
  }
}

/** Runs in the page: notes when a row for a step is first there. */
function noteSteps() {
  /** @type {[number, number][]} */
  const times = [];
  /** @type {Set<string>} */
  const known = new Set();
  Reflect.set(globalThis, "stepTimes", times);
  new MutationObserver(() => {
    for (const row of document.querySelectorAll("[data-step]")) {
      const number = row.getAttribute("data-step") ?? "";
      if (known.has(number)) continue;
      known.add(number);
      times.push([Number(number), Date.now()]);
    }
  }).observe(document, { childList: true, subtree: true });
}

/**
 * Moves the task's clock at moments that have nothing to do with anyone's polls.
 * @param {import("../workload.mjs").Bench} bench
 * @param {string} taskId
 * @returns {Promise<Times>} The newest step of each move, and when it was there.
 */
async function moveOn({ control, isQuick }, taskId) {
  /** @type {Times} */
  const times = new Map();
  const until = Date.now() + (isQuick ? 8_000 : 45_000);
  let last = await control.countSteps(taskId);
  while (Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS * (0.7 + Math.random())));
    const movedAt = Date.now();
    await control.moveClock(taskId, { advanceSeconds: MOVE_SECONDS });
    const count = await control.countSteps(taskId);
    if (count > last) times.set(count, movedAt);
    last = count;
  }
  return times;
}

/**
 * A viewer of the baseline.
 * @param {string} origin
 * @param {string} taskId
 */
function pollDirectly(origin, taskId) {
  const poll = createViewer({ origin, path: `/api/v2/tasks/${taskId}`, speaksDelta: false });
  /** @type {Times} */
  const times = new Map();
  let isOver = false;
  const polling = (async () => {
    while (!isOver) {
      const planned = Date.now() + INTERVAL_MS;
      const { body } = await poll();
      for (const { number } of JSON.parse(body.toString()).steps) {
        if (!times.has(number)) times.set(number, Date.now());
      }
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, planned - Date.now())));
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await polling;
      return times;
    },
  };
}

/**
 * Milliseconds from there to here for each step; one that never came counts as the longest wait there is.
 * @param {Times} from
 * @param {Times} to
 */
function delays(from, to) {
  return [...from].map(([number, at]) => (to.get(number) ?? at + PATIENCE_MS) - at);
}

/**
 * @param {number[]} product
 * @param {number[]} baseline
 * @returns {import("../workload.mjs").Findings}
 */
function toFindings(product, baseline) {
  /**
   * @param {string} name
   * @param {number} share
   * @param {number} atMost
   * @returns {import("../row.mjs").Row}
   */
  const row = (name, share, atMost) => ({
    workload: "d",
    measure: `upstream to page, ${name}, in intervals of ${String(INTERVAL_MS / 1000)} s`,
    unit: "",
    product: inIntervals(percentile(product, share)),
    baseline: inIntervals(percentile(baseline, share)),
    target: { of: "product", atMost, words: `≤ ${String(atMost)}` },
  });
  return {
    rows: [row("median", 0.5, 1), row("p95", 0.95, 2)],
    figures: { steps: product.length, productMs: product, baselineMs: baseline },
  };
}

/** @param {number | null} ms */
function inIntervals(ms) {
  return ms === null ? null : ms / INTERVAL_MS;
}
