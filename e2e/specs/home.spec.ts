import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

test("the first visit shows where an ID is to be found, and what to do with a text", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await page.goto("/?list=opened");
  await expect(page.getByRole("heading", { name: "Where to find a task ID" })).toBeVisible();
  await expectAccessible();
  // A text without an ID gets a clear message and loses nothing.
  const field = page.getByRole("textbox", { name: "Task ID" });
  await page.getByRole("button", { name: "Open" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Paste a task ID first." })).toBeVisible();
  await field.fill("the run from this morning");
  await field.press("Enter");
  await expect(
    page.getByRole("alert").filter({ hasText: "There is no task ID in this text." }),
  ).toBeVisible();
  await expect(field).toHaveValue("the run from this morning");
  await expectAccessible();
  // A link to a step keeps its step.
  await field.fill(`see http://sightglass.example/tasks/${taskId}?step=3 !`);
  await page.getByRole("button", { name: "Open" }).click();
  await expect(task.panel(3)).toBeVisible();
});

test("tasks opened here are remembered with their last status, and can be forgotten", async ({
  page,
  task,
  expectAccessible,
}) => {
  const first = await emulator.createTask({ scenario: "success-6", contract: "documented" });
  const second = await emulator.createTask({ scenario: "stopped", contract: "current" });
  await task.open(first.taskId);
  await expect(task.status("Finished")).toBeVisible();
  await task.open(second.taskId);
  await expect(task.status("Stopped")).toBeVisible();
  await page.getByRole("link", { name: "Sightglass" }).click();
  await page.getByRole("tab", { name: "Opened here" }).click();
  const recents = page.getByRole("region", { name: "Recent tasks" }).getByRole("listitem");
  await expect(recents).toHaveCount(2);
  await expect(recents.first()).toContainText(second.taskId);
  await expect(recents.first()).toContainText("Stopped");
  await expectAccessible();
  await recents
    .first()
    .getByRole("button", { name: /^Forget/ })
    .click();
  await expect(recents).toHaveCount(1);
  await recents.getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(first.taskId));
});
