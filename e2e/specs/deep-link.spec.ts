import { emulator } from "../emulator-client";
import { expect, pasted, test, untilTakenOver } from "../fixtures";

test("a link to a step opens that step", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId, "?step=4");
  const panel = task.panel(4);
  await expect(panel).toBeVisible();
  await expect(panel.getByRole("img", { name: "Screenshot of step 4" })).toBeVisible();
  for (const part of ["Goal", "Memory", "Evaluation of the previous step"]) {
    await expect(panel.getByText(part, { exact: true })).toBeVisible();
  }
  await expect(task.step(4)).toHaveAttribute("aria-current", "step");
  await expect(page.getByRole("tab", { name: "Step", exact: true })).toHaveAttribute(
    "aria-selected",
    "true",
  );
});

test("Back and Forward walk through the selected steps", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId);
  await task.step(2).click();
  await expect(task.panel(2)).toBeVisible();
  await task.step(5).click();
  await expect(task.panel(5)).toBeVisible();
  await expect(page).toHaveURL(/\?step=5$/);
  await page.goBack();
  await expect(task.panel(2)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("tab", { name: "Output" })).toHaveAttribute("aria-selected", "true");
  await page.goForward();
  await expect(task.panel(2)).toBeVisible();
});

test("the link to a step is copied by a button and by a key, and works for a colleague", async ({
  page,
  task,
  context,
}) => {
  await context.grantPermissions(["clipboard-write"]);
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "documented" });
  await task.open(taskId, "?step=3");
  await page.getByRole("button", { name: "Copy link to this step" }).click();
  await expect(page.getByText("Copied", { exact: true })).toBeAttached();
  const link = await pasted(page);
  expect(new URL(link).pathname + new URL(link).search).toBe(`/tasks/${taskId}?step=3`);
  await page.goto(link);
  await expect(task.panel(3)).toBeVisible();
  // The keys come with the player.
  await expect(task.slider).toBeVisible();
  await page.keyboard.press("s");
  await expect(page.getByRole("status").filter({ hasText: "Link to step 3 copied" })).toBeVisible();
  expect(await pasted(page)).toBe(link);
});

test("a link with the session's ID leads to its task", async ({ page, task }) => {
  const only = await emulator.createTask({ scenario: "success-6", contract: "documented" });
  await page.goto("/");
  await untilTakenOver(page);
  await page
    .getByRole("textbox", { name: "Task ID" })
    .fill(`https://cloud.browser-use.com/thread/${only.sessionId}`);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/tasks/${only.taskId}$`));
  await expect(task.status("Finished")).toBeVisible();

  await page.goto(`/tasks/${only.sessionId}?step=2`);
  await expect(page).toHaveURL(new RegExp(`/tasks/${only.taskId}\\?step=2$`));
});

test("a session with several tasks lets the reader choose", async ({
  page,
  task,
  expectAccessible,
}) => {
  const first = await emulator.createTask({ scenario: "success-6", contract: "current" });
  const { sessionId } = first;
  const second = await emulator.createTask({ scenario: "stopped", contract: "current", sessionId });
  await page.goto(`/tasks/${sessionId}`);
  await expect(page.getByRole("heading", { name: "Which task of this session?" })).toBeVisible();
  await expectAccessible();
  await expect(page.getByText(first.taskId)).toBeVisible();
  await page.getByRole("listitem").filter({ hasText: second.taskId }).getByRole("link").click();
  await expect(task.status("Stopped")).toBeVisible();
});
