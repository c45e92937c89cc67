import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";
import { takeClock } from "../page-clock";

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
});

test("keys walk through the steps, and Back leads over the walk", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId);
  await expect(task.slider).toBeVisible();
  const walk = [
    ["j", 1],
    ["j", 2],
    ["ArrowRight", 3],
    ["k", 2],
    ["ArrowLeft", 1],
    ["End", 6],
    ["Home", 1],
  ] as const;
  for (const [key, number] of walk) {
    await page.keyboard.press(key);
    await expect(task.panel(number)).toBeVisible();
  }
  await page.goBack();
  await expect(page.getByRole("tab", { name: "Output" })).toHaveAttribute("aria-selected", "true");
});

test("the space key plays and pauses, also from a row of the timeline", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "steps-300", contract: "current" });
  await task.open(taskId);
  await task.step(2).click();
  await expect(task.slider).toBeVisible();
  await page.keyboard.press("Space");
  await expect(task.player.getByRole("button", { name: "Pause" })).toBeVisible();
  await page.keyboard.press("Space");
  await expect(task.player.getByRole("button", { name: "Play" })).toBeVisible();
  await expect(task.panel(2)).toBeVisible();
});

test("keys are off while the reader types, and leave what has the focus its own", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId, "?step=3");
  await page.getByRole("tab", { name: "Step", exact: true }).press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Output" })).toHaveAttribute("aria-selected", "true");
  await expect(page).toHaveURL(/step=3/);
  await page.keyboard.press("Control+j");
  await expect(page).toHaveURL(/step=3/);
});

test("a key flicks to the screenshot before: pressed it stays, held it goes back", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await takeClock(page);
  await task.open(taskId, "?step=4");
  const own = page.getByRole("img", { name: "Screenshot of step 4" });
  const before = page.getByRole("img", { name: "Screenshot of step 3" });
  await expect(own).toBeVisible();
  await expect(task.slider).toBeVisible();
  const box = await own.boundingBox();
  await page.keyboard.press("b");
  await expect(before).toBeVisible();
  await expect(page.getByText("Before: step 3")).toBeVisible();
  await expect(page.getByRole("button", { name: "Before", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  expect(await before.boundingBox()).toEqual(box);
  await page.keyboard.press("b");
  await expect(own).toBeVisible();
  await page.keyboard.down("b");
  await expect(before).toBeVisible();
  await page.clock.runFor(500);
  await page.keyboard.up("b");
  await expect(before).toBeHidden();
  await page.keyboard.press("b");
  await page.keyboard.press("j");
  await expect(page.getByRole("img", { name: "Screenshot of step 5" })).toBeVisible();
});

test("the screenshot zooms, pans and fits again", async ({ page, task, expectAccessible }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId, "?step=4");
  const image = page.getByRole("img", { name: "Screenshot of step 4" });
  await expect(image).toBeVisible();
  await expect(task.slider).toBeVisible();
  const transform = () => image.evaluate((element) => getComputedStyle(element).transform);
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await expect.poll(transform).toContain("matrix(2.25");
  const before = await transform();
  const frame = page.getByRole("group", { name: /^Zoomed screenshot/ });
  await frame.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(transform).not.toBe(before);
  await expect(task.panel(4)).toBeVisible();
  await expectAccessible();
  await page.keyboard.press("0");
  await expect.poll(transform).toBe("none");
  await image.dblclick();
  await expect.poll(transform).not.toBe("none");
  await image.dblclick();
  await expect.poll(transform).toBe("none");
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(transform).toContain("matrix(1.5");
  await expect(page.getByRole("link", { name: "Open the original" })).toHaveAttribute(
    "href",
    new RegExp(`^/api/tasks/${taskId}/steps/4/screenshot(\\?v=[\\w-]+)?$`),
  );
});

test("the sheet lists every key, keeps the focus, and gives it back", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId, "?step=3");
  const opener = page.getByRole("button", { name: "Keyboard shortcuts" });
  await opener.click();
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet).toBeVisible();
  for (const words of ["Next step", "Play or pause", "Next suspect", "Search the steps"]) {
    await expect(sheet.getByRole("rowheader", { name: words })).toBeVisible();
  }
  await expectAccessible();
  await page.keyboard.press("j");
  await expect(page).toHaveURL(/step=3/);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(opener).toBeFocused();
  await page.keyboard.press("?");
  await expect(sheet).toBeVisible();
  await page.keyboard.press("?");
  await expect(sheet).toBeHidden();
});
