import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

test("a status nobody knows is shown with the upstream's own word and is not the end", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 2,
  });
  await emulator.patchTask(taskId, { status: "hibernating" });
  await task.open(taskId);
  await expect(task.status("Unknown (hibernating)")).toBeVisible();
  await emulator.patchTask(taskId, null);
  await expect(task.status("Running")).toBeVisible({ timeout: 10_000 });
  await expect(page.getByText("Agent says success")).toBeHidden();
});

test("a task that has not started says so", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "created", contract: "current" });
  await task.open(taskId);
  await expect(task.status("Created")).toBeVisible();
  await expect(page.getByText("Not started yet")).toBeVisible();
  await expect(page.getByRole("region", { name: "Live view" })).toContainText("Waiting");
});
