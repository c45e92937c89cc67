import { CONTRACTS, emulator } from "../emulator-client";
import { expect, pasted, test, untilTakenOver } from "../fixtures";

for (const contract of CONTRACTS) {
  test(`a link to a step opens that step in the ${contract} contract`, async ({ page, task }) => {
    const { taskId } = await emulator.createTask({ scenario: "success-6", contract });
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
}

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

test("the link to a step is copied, and works for a colleague", async ({ page, task, context }) => {
  await context.grantPermissions(["clipboard-write"]);
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "documented" });
  await task.open(taskId, "?step=3");
  await page.getByRole("button", { name: "Copy link to this step" }).click();
  await expect(page.getByText("Copied", { exact: true })).toBeAttached();
  const link = await pasted(page);
  expect(new URL(link).pathname + new URL(link).search).toBe(`/tasks/${taskId}?step=3`);
  await page.goto(link);
  await expect(task.panel(3)).toBeVisible();
});

test("a step that does not exist is named, and the run stays", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId, "?step=99");
  await expect(page.getByText("There is no step 99")).toBeVisible();
  await expect(task.steps).toHaveCount(6);
});

test("arrow keys move through the timeline", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId, "?step=1");
  await task.step(1).focus();
  await page.keyboard.press("ArrowDown");
  await expect(task.panel(2)).toBeVisible();
  await expect(task.step(2)).toBeFocused();
  await page.keyboard.press("End");
  await expect(task.panel(6)).toBeVisible();
  await page.keyboard.press("Home");
  await expect(task.panel(1)).toBeVisible();
});

test("an action that does not parse is shown raw, the others by name and parameters", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 3,
  });
  await emulator.patchTask(taskId, {
    steps: [
      {
        number: 1,
        memory: "",
        evaluationPreviousGoal: "",
        nextGoal: "Look around",
        url: "https://shop.example/",
        actions: ['{"click_element_by_index":{"index":12}}', "click(12"],
      },
    ],
  });
  await task.open(taskId, "?step=1");
  const panel = task.panel(1);
  await expect(panel.getByText("Click element by index")).toBeVisible();
  await expect(panel.getByText("index", { exact: true })).toBeVisible();
  await expect(panel.getByText("12", { exact: true })).toBeVisible();
  await expect(panel.getByText("click(12", { exact: true })).toBeVisible();
  await expect(page.getByText("Step 1 has no screenshot.")).toBeVisible();
});

for (const contract of CONTRACTS) {
  test(`a link with the session's ID leads to its task in the ${contract} contract`, async ({
    page,
    task,
  }) => {
    const only = await emulator.createTask({ scenario: "success-6", contract });
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
}

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
