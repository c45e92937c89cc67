import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

test("a finished run plays to its end, step by step", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "documented" });
  await task.open(taskId);
  await task.player.getByRole("button", { name: "8×" }).click();
  await task.player.getByRole("button", { name: "Play" }).click();
  await expect(task.panel(1)).toBeVisible();
  await expect(task.player.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(task.panel(6)).toBeVisible({ timeout: 20_000 });
  await expect(task.player.getByRole("button", { name: "Play" })).toBeVisible();
  await expect(page).toHaveURL(/\?step=6$/);
  // The film replaced its own steps: Back leads to where the reader was.
  await page.goBack();
  await expect(page.getByRole("tab", { name: "Output" })).toHaveAttribute("aria-selected", "true");
});

test("choosing another step pauses the film", async ({ task }) => {
  const { taskId } = await emulator.createTask({ scenario: "steps-300", contract: "current" });
  await task.open(taskId, "?step=10");
  await task.player.getByRole("button", { name: "Play" }).click();
  await expect(task.player.getByRole("button", { name: "Pause" })).toBeVisible();
  await task.filmStep(14).click();
  await expect(task.panel(14)).toBeVisible();
  await expect(task.player.getByRole("button", { name: "Play" })).toBeVisible();
});

test("a film of a live run stops at the newest step", async ({ task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 4,
  });
  await emulator.moveClock(taskId, { paused: true });
  await task.open(taskId, "?step=2");
  await task.player.getByRole("button", { name: "8×" }).click();
  await task.player.getByRole("button", { name: "Play" }).click();
  await expect(task.slider).toHaveAttribute("aria-valuetext", /^Step (\d+) of \1, /, {
    timeout: 15_000,
  });
  await expect(task.player.getByRole("button", { name: "Play" })).toBeVisible();
});

test("long idle time is skipped, and said so", async ({ task }) => {
  const { taskId } = await emulator.createTask({ scenario: "steps-300", contract: "current" });
  await task.open(taskId, "?step=188");
  await task.player.getByRole("button", { name: "Play" }).click();
  await expect(task.player.getByText(/^Idle 1 m \d+ s skipped$/)).toBeVisible();
});

test("the scrubber says where it stands, and moves by keys and pointer", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId, "?step=3");
  await expect(task.slider).toHaveAttribute("aria-valuetext", "Step 3 of 6, 0:12");
  await task.slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(task.panel(4)).toBeVisible();
  await page.keyboard.press("Home");
  await expect(task.panel(1)).toBeVisible();
  await page.keyboard.press("End");
  await expect(task.panel(6)).toBeVisible();
  const box = await task.slider.boundingBox();
  if (box === null) throw new Error("The scrubber has no box.");
  await page.mouse.move(box.x + box.width - 10, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  await expect(task.slider).toHaveAttribute("aria-valuenow", /^[34]$/);
  await page.mouse.move(box.x + 4, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(task.panel(1)).toBeVisible();
});

test("the filmstrip keeps the open step in sight and few pictures in the page", async ({
  page,
  task,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { taskId } = await emulator.createTask({ scenario: "steps-300", contract: "current" });
  await task.open(taskId, "?step=150");
  await expect(task.filmStep(150)).toBeInViewport();
  await expect(task.filmStep(150)).toHaveAttribute("aria-current", "step");
  expect(await task.filmstrip.getByRole("listitem").count()).toBeLessThanOrEqual(60);
  await task.slider.press("End");
  await expect(task.filmStep(300)).toBeInViewport();
  expect(await task.filmstrip.getByRole("listitem").count()).toBeLessThanOrEqual(60);
});

test("pointer and focus enlarge a step of the filmstrip without moving anything", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId, "?step=2");
  const large = page.locator(`img[src*="/steps/5/screenshot?w=640"]`);
  await task.filmStep(5).hover();
  await expect(large).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(large).toBeHidden();
  await expect(task.panel(2)).toBeVisible();
  await task.filmStep(2).focus();
  for (const number of [3, 4, 5]) {
    await page.keyboard.press("ArrowRight");
    await expect(task.filmStep(number)).toBeFocused();
  }
  await expect(large).toBeVisible();
  await expect(task.panel(2)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(task.panel(5)).toBeVisible();
});

test("the filmstrip follows a run that goes on while no step is chosen", async ({ task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 3,
  });
  await emulator.moveClock(taskId, { paused: true });
  await task.open(taskId);
  const current = task.filmstrip.locator('[aria-current="step"]');
  await expect(current).toHaveAccessibleName(/^Step [34]\b/);
  await emulator.moveClock(taskId, { advanceSeconds: 40 });
  await expect(current).toHaveAccessibleName(/^Step [6-9]\b/, { timeout: 20_000 });
});

test("the filmstrip can be hidden and stays hidden", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId);
  await expect(task.filmstrip).toBeVisible();
  await page.getByRole("button", { name: "Filmstrip" }).click();
  await expect(task.filmstrip).toBeHidden();
  await page.reload();
  await expect(task.slider).toBeVisible();
  await expect(task.filmstrip).toBeHidden();
  await page.getByRole("button", { name: "Filmstrip" }).click();
  await expect(task.filmstrip).toBeVisible();
});
