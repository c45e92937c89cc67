import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

/** A run whose ninth step clicks without an effect, and whose eighth opens another page. */
const newTask = () => emulator.createTask({ scenario: "detour", contract: "current" });

test("a click that did nothing is called that, in the film and at the step @mobile", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await newTask();
  await task.open(taskId, "?step=9");
  const panel = task.panel(9);
  await expect(panel.getByText("The screen did not change")).toBeVisible();
  await expect(panel.getByRole("button", { name: /^Outline what/ })).toBeDisabled();
  await expect(task.filmStep(9)).toHaveAccessibleName(/the screen did not change/);
  await expect(task.filmstrip.locator("[data-part='no-change']")).toHaveCount(1);
  await expectAccessible();
  await task.player.getByRole("button", { name: "Play" }).focus();
  await page.keyboard.press("k");
  await expect(task.panel(8).getByText(/ of the screen changed$/)).toBeVisible();
});

test("c outlines what a step changed, in its place while the picture is zoomed, and at the next step", async ({
  page,
  task,
}) => {
  const { taskId } = await newTask();
  await task.open(taskId, "?step=13");
  const outline = page.locator("[data-part='change-outline']");
  await expect(task.panel(13).getByText(/ of the screen changed$/)).toBeVisible();
  await page.keyboard.press("c");
  await expect(outline.locator("rect").first()).toBeVisible();
  const places = () =>
    Promise.all([
      page.getByRole("img", { name: "Screenshot of step 13" }).boundingBox(),
      outline.boundingBox(),
    ]);
  const [picture, drawn] = await places();
  expect(drawn).toEqual(picture);
  await page.keyboard.press("+");
  await expect.poll(async () => (await places())[0]?.width).toBeGreaterThan(picture?.width ?? 0);
  await expect.poll(async () => (await places())[1]).toEqual((await places())[0]);
  await page.keyboard.press("0");
  await page.keyboard.press("j");
  await expect(task.panel(14)).toBeVisible();
  await expect(outline).toBeVisible();
  await page.keyboard.press("c");
  await expect(outline).toHaveCount(0);
});

test("a slider stands between before and after, and takes the keys", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await newTask();
  await task.open(taskId, "?step=8");
  await page.getByRole("button", { name: "Compare before and after" }).click();
  await expect(page.getByRole("img", { name: "Before: screenshot of step 8" })).toBeVisible();
  await expect(page.getByRole("img", { name: "After: screenshot of step 9" })).toBeVisible();
  const divider = page.getByRole("slider", { name: "Divider between before and after" });
  await divider.press("ArrowLeft");
  await expect(divider).toHaveAttribute("aria-valuetext", "45 % before, 55 % after");
  await expect(task.panel(8)).toBeVisible();
  await expectAccessible();
  await divider.press("Escape");
  await expect(divider).toHaveCount(0);
});

test("pictures are compared when a run is over or a step of it is open, and no sooner", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 4,
  });
  await emulator.moveClock(taskId, { paused: true });
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/changes")) asked.push(request.url());
  });
  await task.open(taskId);
  await expect(task.filmStep(2)).toBeVisible();
  expect(asked).toEqual([]);
  await task.filmStep(2).click();
  await expect(task.panel(2).getByText(/ of the screen changed$/)).toBeVisible();
  expect(asked).toHaveLength(1);
});
