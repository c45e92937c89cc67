import type { Page } from "@playwright/test";
import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

const LARGEST_SHIFT = 0.02;

/** Adds up the layout shifts of a page from its first paint on. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const target = window as unknown as { shifts: number };
    target.shifts = 0;
    new PerformanceObserver((list) => {
      // `value` belongs to layout-shift entries, which TypeScript's DOM has no type for.
      for (const entry of list.getEntries())
        target.shifts += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: number }).shifts);
}

for (const query of ["", "?step=2", "?view=raw"]) {
  test(`nothing jumps while a run goes on at /${query} @mobile`, async ({ page, task }) => {
    const shifts = await watchShifts(page);
    const { taskId } = await emulator.createTask({
      scenario: "running",
      contract: "current",
      startAtStep: 2,
    });
    await task.open(taskId, query);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const shown = async () => Number(/\d+/.exec(await page.title())?.[0] ?? 0);
    for (let advance = 0; advance < 3; advance++) {
      const before = await shown();
      await emulator.moveClock(taskId, { advanceSeconds: 10 });
      await expect.poll(shown).toBeGreaterThan(before);
    }
    expect(await shifts()).toBeLessThan(LARGEST_SHIFT);
  });
}

test("the width of the timeline is the reader's, by pointer and by keys, and is remembered", async ({
  page,
  task,
}) => {
  const shifts = await watchShifts(page);
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId);
  const handle = page.getByRole("separator", { name: "Width of the timeline" });
  const width = async () =>
    (await page.getByRole("region", { name: "Timeline" }).boundingBox())?.width;
  await expect(handle).toHaveAttribute("aria-valuenow", "416");
  expect(await width()).toBe(416);
  await handle.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(handle).toHaveAttribute("aria-valuenow", "400");
  await expect.poll(width).toBe(400);
  const box = await handle.boundingBox();
  if (box === null) throw new Error("The handle has no box.");
  await page.mouse.move(box.x + box.width / 2, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 100, box.y + 220, { steps: 5 });
  await page.mouse.up();
  await expect.poll(width).toBe(500);
  await page.reload();
  await expect(handle).toHaveAttribute("aria-valuenow", "500");
  expect(await width()).toBe(500);
  expect(await shifts()).toBeLessThan(LARGEST_SHIFT);
  await handle.dblclick();
  await expect.poll(width).toBe(416);
  await handle.press("Home");
  await expect.poll(width).toBe(280);
});

test("a remembered width is there before the page is hydrated", async ({ page }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await page.addInitScript(() => {
    localStorage.setItem("sightglass.layout.timeline-width", "520px");
    localStorage.setItem("sightglass.layout.filmstrip", "url(evil)");
  });
  await page.route(/\.js(\?|$)/, (route) => route.abort());
  await page.goto(`/tasks/${taskId}`);
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline).toBeVisible();
  expect((await timeline.boundingBox())?.width).toBe(520);
  expect(await page.locator("html").getAttribute("data-filmstrip")).toBeNull();
});

test("the raw tab shows, copies and saves the task as our API gives it @mobile", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId, "?step=2");
  await task.openTab("Raw");
  await expect(page).toHaveURL(/view=raw/);
  const raw = page.getByRole("region", { name: "Raw" });
  await expect(raw.getByText("rawStatus", { exact: false })).toBeVisible();
  await expect(raw.getByText("Step 2", { exact: true })).toBeVisible();
  await expect(raw.getByRole("button", { name: "Copy JSON" })).toBeVisible();
  const saved = page.waitForEvent("download");
  await raw.getByRole("button", { name: "Download JSON" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe(`task-${taskId}.json`);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  expect(JSON.parse(text)).toMatchObject({ task: { id: taskId }, steps: { length: 6 } });
  expect(text).not.toMatch(/X-Amz|signature=|liveUrl/i);
  await expectAccessible();
});

test("the raw tab of three hundred steps opens with its lists closed", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "steps-300", contract: "current" });
  await task.open(taskId, "?view=raw");
  const raw = page.getByRole("region", { name: "Raw" });
  await raw.getByText("All steps (300)").click();
  await expect(raw.getByText("steps 101–200")).toBeVisible();
  expect(await raw.locator("*").count()).toBeLessThan(600);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the raw tab leads to the answer of the HTTP API", async ({ page }) => {
    const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
    await page.goto(`/tasks/${taskId}?view=raw`);
    const raw = page.getByRole("region", { name: "Raw" });
    await expect(raw.locator(`a[href="/api/tasks/${taskId}"]`)).toBeVisible();
  });
});
