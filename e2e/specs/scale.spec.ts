import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

const MOST_ROWS = 200;

test("a link into a run of ten thousand steps opens with its step in the middle", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "steps-10000",
    contract: "current",
    startAtStep: 10_000,
  });
  await task.open(taskId, "?step=777");
  const row = page.locator("[data-step='777']");
  const item = task.steps.filter({ has: row });
  await expect(item).toHaveAttribute("aria-posinset", "777");
  await expect(item).toHaveAttribute("aria-setsize", "10000");
  // Beyond the rows that the server drew, so it is there with the virtual list only.
  await expect(page.getByRole("link", { name: "Later steps" })).toHaveCount(0);
  await expect(row).toBeInViewport();
  const list = await page.getByRole("region", { name: "Timeline" }).boundingBox();
  const box = await row.boundingBox();
  const middle = (box?.y ?? 0) + (box?.height ?? 0) / 2;
  const share = (middle - (list?.y ?? 0)) / (list?.height ?? 1);
  expect(share).toBeGreaterThan(0.4);
  expect(share).toBeLessThan(0.65);
  expect(await task.steps.count()).toBeLessThanOrEqual(MOST_ROWS);
  await expectAccessible();
});

test("the keyboard reaches every step of a long run, and the focus outlives scrolling", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "steps-300", contract: "current" });
  await task.open(taskId, "?step=150");
  await expect(page.getByRole("link", { name: "Later steps" })).toHaveCount(0);
  await task.step(150).focus();
  for (const [key, number] of [
    ["ArrowDown", 151],
    ["End", 300],
    ["ArrowUp", 299],
    ["Home", 1],
    ["ArrowDown", 2],
  ] as const) {
    await page.keyboard.press(key);
    await expect(task.panel(number)).toBeVisible();
    await expect(task.step(number)).toBeFocused();
    await expect(task.step(number)).toBeInViewport();
  }
  await task.step(2).hover();
  await page.mouse.wheel(0, 15_000);
  await expect(task.step(200)).toBeAttached();
  await expect(task.step(2)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(task.step(3)).toBeFocused();
  await expect(task.step(3)).toBeInViewport();
});

test("a run that grows long under the reader's eyes stays where it is", async ({ task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "steps-1000",
    contract: "current",
    startAtStep: 148,
  });
  await emulator.moveClock(taskId, { paused: true });
  await task.open(taskId, "?step=75");
  const row = task.timeline.locator("[data-step='77']");
  await expect(task.steps).toHaveCount(148);
  await expect(row).toBeInViewport();
  const before = await row.boundingBox();
  await emulator.moveClock(taskId, { advanceSeconds: 60 });
  await expect.poll(() => task.steps.count()).toBeLessThan(148);
  await expect(row).toBeInViewport();
  expect(Math.abs(((await row.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
});

test("a long run on a small screen keeps its place behind an opened step @mobile", async ({
  page,
  task,
  isMobile,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "steps-300", contract: "current" });
  await task.open(taskId);
  await expect(page.getByRole("link", { name: "Later steps" })).toHaveCount(0);
  expect(await task.steps.count()).toBeLessThanOrEqual(MOST_ROWS);
  await task.timeline.evaluate((list) => {
    list.parentElement?.parentElement?.scrollTo(0, 5000);
  });
  const row = task.step(70);
  await expect(row).toBeInViewport();
  await row.click();
  await expect(task.panel(70)).toBeVisible();
  if (isMobile) await task.openTab("Steps");
  await expect(row).toBeInViewport();
});

test("a row of a long run takes a click while the list still moves", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "steps-300", contract: "current" });
  await task.open(taskId);
  await expect(page.getByRole("link", { name: "Later steps" })).toHaveCount(0);
  const isRow = await task.timeline.evaluate(async (list) => {
    const scroller = list.parentElement?.parentElement;
    const isRowInTheMiddle = () => {
      const { x, y, width, height } = scroller?.getBoundingClientRect() ?? new DOMRect();
      const hit = document.elementFromPoint(x + width / 2, y + height / 2);
      return hit?.closest("[data-step]") !== null;
    };
    const seen: boolean[] = [];
    for (let times = 0; times < 8; times++) {
      scroller?.scrollBy(0, 40);
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      seen.push(isRowInTheMiddle());
    }
    return seen;
  });
  expect(isRow).toEqual(Array.from({ length: 8 }, () => true));
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a long run shows a stretch of its steps, and links to the others", async ({
    page,
    task,
  }) => {
    const { taskId } = await emulator.createTask({ scenario: "steps-300", contract: "current" });
    await page.goto(`/tasks/${taskId}?step=150`);
    await expect(task.step(150)).toBeVisible();
    await page.getByRole("link", { name: "Later steps" }).click();
    await expect(task.step(180)).toBeVisible();
  });
});
