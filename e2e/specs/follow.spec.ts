import type { Page } from "@playwright/test";
import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

const scrollTop = (page: Page) =>
  page
    .getByRole("region", { name: "Timeline" })
    .locator("[class*=overflow-y-auto]")
    .evaluate((list) => list.scrollTop);

for (const { name, startAtStep } of [
  { name: "a short run", startAtStep: 20 },
  { name: "a long run", startAtStep: 300 },
]) {
  test(`the newest step of ${name} stays in sight until the reader scrolls up @mobile`, async ({
    page,
    task,
    isMobile,
  }) => {
    const { taskId } = await emulator.createTask({
      scenario: "steps-1000",
      contract: "current",
      startAtStep,
    });
    await emulator.moveClock(taskId, { paused: true });
    await task.open(taskId);
    const follow = page.getByRole("button", { name: "Following" });
    await expect(follow).toHaveAttribute("aria-pressed", "true");
    await expect(task.step(startAtStep)).toBeInViewport();
    // What the server drew of a long run gives way to the virtual list.
    const earlier = page.getByRole("link", { name: "Earlier steps" });
    await expect(earlier).toHaveCount(0, { timeout: 20_000 });
    await emulator.moveClock(taskId, { advanceSeconds: 40 });
    await expect(task.step(startAtStep + 2)).toBeInViewport();

    await task.step(startAtStep + 2).hover();
    if (isMobile) {
      await task.timeline.evaluate((list) => {
        list.parentElement?.parentElement?.scrollBy(0, -500);
      });
    } else await page.mouse.wheel(0, -500);
    await expect(page.getByRole("button", { name: "Follow", exact: true })).toBeVisible();
    const before = await scrollTop(page);
    await emulator.moveClock(taskId, { advanceSeconds: 60 });
    const back = page.getByRole("button", { name: /^\d+ new steps?$/ });
    await expect(back).toBeVisible();
    expect(await scrollTop(page)).toBe(before);
    await back.click();
    await expect(back).toBeHidden();
    await expect(task.steps.last()).toBeInViewport();
    await expect(follow).toBeVisible();
  });
}

test("the switch and its key stop following and take it up again", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "steps-1000",
    contract: "current",
    startAtStep: 30,
  });
  await emulator.moveClock(taskId, { paused: true });
  await task.open(taskId);
  const on = page.getByRole("button", { name: "Following" });
  const off = page.getByRole("button", { name: "Follow", exact: true });
  await on.click();
  await expect(off).toHaveAttribute("aria-pressed", "false");
  const before = await scrollTop(page);
  await emulator.moveClock(taskId, { advanceSeconds: 40 });
  await expect(page.getByRole("button", { name: /^\d+ new steps?$/ })).toBeVisible();
  expect(await scrollTop(page)).toBe(before);
  await page.keyboard.press("f");
  await expect(on).toBeVisible();
  await expect(task.steps.last()).toBeInViewport();
  await page.keyboard.press("f");
  await expect(off).toBeVisible();
});

test("selecting a step stops following, the key goes back to the newest", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "steps-1000",
    contract: "current",
    startAtStep: 300,
  });
  await emulator.moveClock(taskId, { paused: true });
  await task.open(taskId);
  await task.step(298).click();
  await expect(task.panel(298)).toBeVisible();
  await expect(page.getByRole("button", { name: "Follow", exact: true })).toBeVisible();
  await page.keyboard.press("f");
  await expect(page).not.toHaveURL(/step=/);
  await expect(task.step(300)).toBeInViewport();
});
