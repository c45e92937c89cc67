// @ts-check

/** As often as a page asks in a day of a run that shows something new all the time. */
const POLLS_OF_A_DAY = 86_400;
const STEPS_OF_A_DAY = 290;
const START_AT_STEP = 700;
const MOVE_SECONDS = 30;

/**
 * The memory of a page that watches a run for a day. Its timers take ten milliseconds at most, so that it
 * asks again as soon as it has its answer. First come polls without news, thousands of them, and their growth is taken times as many as
 * a day has; then as many steps as a slow run makes in a day. Every answer is a real one, merged and drawn as ever.
 * @param {import("../workload.mjs").Bench} bench
 * @param {import("../servers.mjs").Server} product
 * @param {import("@playwright/test").Page} page
 */
export async function watchForADay({ control, isQuick }, product, page) {
  const taskId = await control.createTask({
    scenario: "steps-1000",
    startAtStep: START_AT_STEP,
  });
  await control.moveClock(taskId, { paused: true });
  await page.addInitScript(hurry);
  await page.goto(`${product.origin}/tasks/${taskId}`);
  await page.getByRole("link", { name: "Earlier steps" }).waitFor({ state: "detached" });
  await waitForPolls(page, 500);
  const before = await heapOf(page);
  const polls = isQuick ? 1000 : 5000;
  await waitForPolls(page, polls);
  const afterPolls = await heapOf(page);
  await bringSteps(page, control, taskId);
  const afterSteps = await heapOf(page);
  const quiet = Math.max(0, ((afterPolls - before) / polls) * POLLS_OF_A_DAY);
  return {
    polls,
    heapMegabytes: { before, afterPolls, afterSteps },
    quietMegabytes: quiet,
    stepMegabytes: afterSteps - afterPolls,
    megabytes: quiet + Math.max(0, afterSteps - afterPolls),
  };
}

/** Runs in the page: makes long timers short, and counts the polls. */
function hurry() {
  const { setTimeout: wait, setInterval: repeat, fetch: ask } = globalThis;
  const probe = { polls: 0 };
  Reflect.set(globalThis, "polling", probe);
  /** @param {number} [ms] */
  const short = (ms = 0) => (ms >= 250 ? 10 : ms);
  Reflect.set(globalThis, "setTimeout", (/** @type {() => void} */ run, /** @type {number} */ ms) =>
    wait(run, short(ms)),
  );
  Reflect.set(
    globalThis,
    "setInterval",
    (/** @type {() => void} */ run, /** @type {number} */ ms) =>
      // Only the polls: a clock that ticks every two milliseconds would be the only thing that runs.
      repeat(run, ms === 1000 ? ms : short(ms)),
  );
  Reflect.set(globalThis, "fetch", (/** @type {Parameters<typeof fetch>} */ ...args) => {
    if (String(args[0]).includes("?since=")) probe.polls++;
    return ask(...args);
  });
}

/**
 * @param {import("@playwright/test").Page} page
 * @param {number} count
 */
async function waitForPolls(page, count) {
  const polls = () => page.evaluate(() => Reflect.get(globalThis, "polling").polls);
  const until = (await polls()) + count;
  const patience = Date.now() + 300_000;
  while ((await polls()) < until) {
    if (Date.now() > patience) throw new Error("The page hardly polls.");
    await page.waitForTimeout(200);
  }
}

/**
 * @param {import("@playwright/test").Page} page
 * @param {import("../workload.mjs").Bench["control"]} control
 * @param {string} taskId
 */
async function bringSteps(page, control, taskId) {
  for (let steps = 0; steps < STEPS_OF_A_DAY; steps = (await countIn(page)) - START_AT_STEP) {
    await control.moveClock(taskId, { advanceSeconds: MOVE_SECONDS });
    await page.waitForTimeout(300);
  }
}

/**
 * How many steps the page says there are.
 * @param {import("@playwright/test").Page} page
 */
export async function countIn(page) {
  const heading = await page.getByRole("heading", { name: /^Steps/ }).textContent();
  return Number(heading?.replace(/\D/g, ""));
}

/**
 * Megabytes of the page's JavaScript, without what is free to go.
 * @param {import("@playwright/test").Page} page
 */
async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  for (let round = 0; round < 3; round++) {
    await session.send("HeapProfiler.collectGarbage");
    await page.waitForTimeout(300);
  }
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1024 ** 2;
}
