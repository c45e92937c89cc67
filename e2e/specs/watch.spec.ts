import { CONTRACTS, emulator } from "../emulator-client";
import { expect, setVisibility, test } from "../fixtures";
import { askedWithin, takeClock } from "../page-clock";

for (const contract of CONTRACTS) {
  test.describe(`the ${contract} contract`, () => {
    test("a pasted ID leads to a run that reaches its end without a reload", async ({
      page,
      task,
    }) => {
      const { taskId } = await emulator.createTask({
        scenario: "running",
        contract,
        startAtStep: 1,
      });
      await page.goto("/");
      await page
        .getByRole("textbox", { name: "Task ID" })
        .fill(`task ${taskId.toUpperCase()} please`);
      await page.getByRole("button", { name: "Open" }).click();

      await expect(page).toHaveURL(new RegExp(`/tasks/${taskId}$`));
      await expect(task.status("Running")).toBeVisible();
      await expect(task.steps.first()).toBeVisible();
      const early = await task.steps.count();
      await emulator.moveClock(taskId, { speed: 60 });
      await page.evaluate(() => {
        document.body.dataset.sameDocument = "yes";
      });
      await expect(task.status("Finished")).toBeVisible({ timeout: 40_000 });
      await expect.poll(() => task.steps.count()).toBeGreaterThan(early);
      await expect(page.locator("body[data-same-document=yes]")).toBeAttached();
      await task.openTab("Output");
      await expect(page.getByRole("region", { name: "Output" })).not.toContainText("appears here");
      await expect(page).toHaveTitle(/^✓ \d+ · /);
    });

    test("a reload in the middle loses nothing", async ({ page, task }) => {
      const { taskId } = await emulator.createTask({
        scenario: "running",
        contract,
        startAtStep: 3,
      });
      await task.open(taskId);
      await expect(task.steps).not.toHaveCount(0);
      const before = await task.steps.count();
      const first = await task.step(1).textContent();
      await page.reload();
      await expect(task.steps.first()).toBeVisible();
      expect(await task.steps.count()).toBeGreaterThanOrEqual(before);
      expect(await task.step(1).textContent()).toBe(first);
    });
  });
}

test("polling stops after the end, and never starts for a run that ended long ago", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await takeClock(page);
  await task.open(taskId);
  await expect(task.status("Finished")).toBeVisible();
  await expect(page.getByText(/^Ended 2\d min ago$/)).toBeVisible();
  expect(await askedWithin(page, 60)).toEqual([]);
});

test("a hidden tab asks nothing, and asks at once when it is seen again", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 2,
  });
  await takeClock(page);
  await task.open(taskId);
  await expect(task.steps.first()).toBeVisible();
  await setVisibility(page, "hidden");
  expect(await askedWithin(page, 60)).toEqual([]);
  const asks = page.waitForRequest((request) => request.url().includes(`/api/tasks/${taskId}?`));
  await setVisibility(page, "visible");
  await asks;
});

test("new steps never move a reader who has selected one", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 3,
  });
  await task.open(taskId, "?step=1");
  await expect(task.panel(1)).toBeVisible();
  await emulator.moveClock(taskId, { advanceSeconds: 60 });
  const back = page.getByRole("button", { name: /^\d+ new steps?$/ });
  await expect(back).toBeVisible();
  await expect(task.panel(1)).toBeVisible();
  await expect(page).toHaveURL(/\?step=1$/);
  await back.click();
  await expect(back).toBeHidden();
  await expect(page).not.toHaveURL(/step=/);
  await expect(page.getByRole("button", { name: "Following" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("new steps are announced in words", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 2,
  });
  await task.open(taskId);
  await expect(task.steps).not.toHaveCount(0);
  await emulator.moveClock(taskId, { advanceSeconds: 40 });
  await expect(page.getByRole("status", { name: "Progress" })).toHaveText(/^\d+ new steps?\./, {
    timeout: 8000,
  });
});
