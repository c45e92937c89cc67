// @ts-check
import { setTimeout as sleep } from "node:timers/promises";
import { createWatcher } from "./watcher.mjs";

const CONTRACTS = /** @type {const} */ (["documented", "current", "v4"]);
/** Tasks of each contract that are made for one phase, and pages on each of them. */
const TASKS = 2;
const PAGES = 2;
/** So long may pages take to show what is so, on a busy machine and after an outage. */
const PATIENCE_MS = 60_000;

/** @typedef {import("./watcher.mjs").Watcher} Watcher */

/**
 * Pages that stay open for the whole run, through every outage: on the emulator's samples that run.
 * @param {import("./stage.mjs").Stage} stage
 * @param {import("./journal.mjs").Journal} journal
 */
export async function stayingCrowd({ control, product, session }, journal) {
  const samples = await control.samples();
  const running = samples.filter(({ scenario, contract }) =>
    contract === "v4" ? ["run-live", "run-workspace"].includes(scenario) : scenario === "running",
  );
  const watchers = running.map(({ taskId, contract }) =>
    createWatcher({
      origin: product.origin,
      path: `/api/tasks/${taskId}`,
      cookie: session,
      what: `polls of ${contract === "v4" ? "v4 runs" : "v2 tasks"}`,
      journal,
    }),
  );
  return { watchers, taskIds: running.map(({ taskId }) => taskId) };
}

/**
 * Pages of one phase, by operators and by links, on running tasks of its own.
 * @param {import("./stage.mjs").Stage} stage
 * @param {import("./journal.mjs").Journal} journal
 * @param {import("./visits.mjs").Visits} visits
 * @param {import("./dice.mjs").Dice} dice
 */
export async function passingCrowd({ control, product, session }, journal, visits, dice) {
  /** @type {string[]} */
  const taskIds = [];
  /** @type {Watcher[]} */
  const watchers = [];
  const { origin } = product;
  for (const contract of CONTRACTS) {
    for (let made = 0; made < TASKS; made++) {
      const task = { scenario: "running", contract, speed: 4, startAtStep: dice.between(1, 6) };
      const taskId = await control.createTask(task);
      taskIds.push(taskId);
      const what = `polls of ${contract === "v4" ? "v4 runs" : "v2 tasks"}`;
      const page = { origin, path: `/api/tasks/${taskId}`, cookie: session, what, journal };
      for (let open = 0; open < PAGES; open++) watchers.push(createWatcher(page));
    }
    const shared = await visits.shareLink(taskIds.at(-1) ?? "");
    if (shared === null) continue;
    watchers.push(createWatcher({ origin, ...shared, what: "polls of share links", journal }));
  }
  return { watchers, taskIds };
}

/**
 * Waits until every page shows what is so, while nothing moves any more; says which do not, in words.
 * @param {readonly Watcher[]} watchers
 * @returns {Promise<string[]>}
 */
export async function lostUpdates(watchers) {
  const until = Date.now() + PATIENCE_MS;
  let late = [...watchers];
  while (late.length > 0 && Date.now() < until) {
    const current = await Promise.all(late.map((watcher) => watcher.isCurrent()));
    late = late.filter((_, index) => current[index] !== true);
    if (late.length > 0) await sleep(500);
  }
  return late.map(({ what }) => `a lost update: a page (${what}) does not show what is so`);
}
