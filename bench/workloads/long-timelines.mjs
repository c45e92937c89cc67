// @ts-check
import { chromium } from "@playwright/test";
import { findChromium } from "../../scripts/find-chromium.mjs";
import { startProduct } from "../servers.mjs";
import { countIn, watchForADay } from "./watched-day.mjs";
import { longestTasks, note, scrollOf, watchTasks } from "./timeline-probe.mjs";

const INTERVAL_MS = 250;
/** About as long as three steps of the run take. */
const MOVE_SECONDS = 30;
const NEW_STEPS = 30;
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

/**
 * Workload g: a run of 1,000 and of 10,000 steps in a Chromium, while steps arrive, keys are pressed and words
 * looked for; and the memory of a page that watches for a day.
 * @param {import("../workload.mjs").Bench} bench
 * @returns {Promise<import("../workload.mjs").Findings>}
 */
export async function watchLongTimelines(bench) {
  const product = await startProduct(bench.emulator, INTERVAL_MS);
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  try {
    const found = [];
    for (const count of [1000, 10_000]) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      found.push(await watchRun(bench, product, page, count));
      await page.close();
    }
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const day = await watchForADay(bench, product, page);
    const growth = row("heap growth of a page that watches for a day", "MB", day.megabytes, 20);
    return { rows: [...found.flatMap(toRows), growth], figures: { runs: found, day } };
  } finally {
    await browser.close();
    await product.stop();
  }
}

/**
 * @param {import("../workload.mjs").Bench} bench
 * @param {import("../servers.mjs").Server} product
 * @param {import("@playwright/test").Page} page
 * @param {number} count
 */
async function watchRun({ control }, product, page, count) {
  const startAtStep = count - NEW_STEPS - 5;
  const scenario = `steps-${String(count)}`;
  const taskId = await control.createTask({ scenario, startAtStep });
  await control.moveClock(taskId, { paused: true });
  await page.addInitScript(watchTasks);
  await page.goto(`${product.origin}/tasks/${taskId}?step=${String(count / 2)}`);
  await page.getByRole("link", { name: "Later steps" }).waitFor({ state: "detached" });
  await page.waitForTimeout(2000);

  // The reader stands in the middle of the run while steps arrive at its end.
  await page.evaluate(note, "update");
  const before = await page.evaluate(scrollOf);
  let jump = 0;
  let rows = before.rows;
  while ((await countIn(page)) < startAtStep + NEW_STEPS) {
    await control.moveClock(taskId, { advanceSeconds: MOVE_SECONDS });
    await page.waitForTimeout(2 * INTERVAL_MS + 500);
    const now = await page.evaluate(scrollOf);
    jump = Math.max(jump, Math.abs(now.top - before.top), Math.abs(now.rowTop - before.rowTop));
    rows = Math.max(rows, now.rows);
  }

  await page.evaluate(note, "keys");
  await page.locator(`[data-step="${String(count / 2)}"]`).focus();
  for (const key of ["ArrowDown", "ArrowDown", "PageDown", "Home", "ArrowDown", "End", "ArrowUp"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(300);
    rows = Math.max(rows, (await page.evaluate(scrollOf)).rows);
  }
  await page.locator(`[data-step="${String(startAtStep + NEW_STEPS - 6)}"]`).click();
  await page.waitForTimeout(300);

  await page.evaluate(note, "search");
  await page.keyboard.press("/");
  for (const key of "employer") {
    await page.keyboard.press(key);
    await page.waitForTimeout(120);
  }
  await page.waitForTimeout(500);
  rows = Math.max(rows, (await page.evaluate(scrollOf)).rows);
  return { count, rows, jump, ...(await page.evaluate(longestTasks)) };
}

/** @typedef {Awaited<ReturnType<typeof watchRun>>} Run */

/**
 * @param {Run} run
 * @returns {import("../row.mjs").Row[]}
 */
function toRows({ count, rows, jump, taskMs, interactionMs }) {
  const run = `${count.toLocaleString("en")} steps`;
  return [
    row(`${run}: rows in the page at most`, "", rows, 200),
    row(`${run}: list moved while ${String(NEW_STEPS)} steps came`, "px", jump, 0),
    row(`${run}: longest task on an update`, "ms", taskMs.update, 200),
    row(
      `${run}: slowest key or click`,
      "ms",
      Math.max(interactionMs.keys, interactionMs.search),
      100,
    ),
    row(`${run}: longest task while searching`, "ms", taskMs.search, 200),
  ];
}

/**
 * @param {string} measure
 * @param {string} unit
 * @param {number} product
 * @param {number} atMost
 * @returns {import("../row.mjs").Row}
 */
function row(measure, unit, product, atMost) {
  const words = `≤ ${String(atMost)}${unit === "" ? "" : ` ${unit}`}`;
  return {
    workload: "g",
    measure,
    unit,
    product,
    baseline: null,
    target: { of: "product", atMost, words },
  };
}
