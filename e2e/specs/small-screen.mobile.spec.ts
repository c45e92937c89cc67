import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

test("a small screen shows one view at a time, named in the URL", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId);
  await expect(task.timeline).toBeVisible();
  await task.step(3).click();
  await expect(task.panel(3)).toBeVisible();
  await expect(task.timeline).toBeHidden();
  await task.openTab("Output");
  await expect(page).toHaveURL(/view=output/);
  await expect(page.getByRole("region", { name: "Output" })).toBeVisible();
  await page.goBack();
  await expect(task.panel(3)).toBeVisible();
  await task.openTab("Steps");
  await expect(task.timeline).toBeVisible();
});

test("nothing is wider than the screen", async ({ page, task }) => {
  for (const [scenario, query] of [
    ["many-actions", "?step=2"],
    ["odd-urls", "?step=3"],
    ["long-output", "?view=output"],
    ["judge-disagrees", ""],
  ] as const) {
    const { taskId } = await emulator.createTask({ scenario, contract: "documented" });
    await task.open(taskId, query);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, scenario).toBeLessThanOrEqual(0);
  }
});

test("a small screen has the player with the open step only", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId);
  await expect(task.timeline).toBeVisible();
  await expect(task.player).toBeHidden();
  await task.step(2).click();
  await expect(task.player).toBeVisible();
  await task.filmStep(3).tap();
  await expect(task.panel(3)).toBeVisible();
  await page.getByRole("button", { name: "8×" }).tap();
  await page.getByRole("button", { name: "Play" }).tap();
  await expect(task.panel(6)).toBeVisible({ timeout: 20_000 });
  await expectAccessible();
});
