import { CONTRACTS, emulator, type Contract } from "../emulator-client";
import { expect, test } from "../fixtures";

const STATUSES: readonly { scenario: string; label: string; only?: Contract }[] = [
  { scenario: "created", label: "Created", only: "current" },
  { scenario: "running", label: "Running" },
  { scenario: "paused", label: "Paused", only: "documented" },
  { scenario: "success-6", label: "Finished" },
  { scenario: "failed-evaluations", label: "Failed", only: "current" },
  { scenario: "stopped", label: "Stopped" },
];

for (const { scenario, label, only } of STATUSES) {
  for (const contract of CONTRACTS.filter((name) => only === undefined || name === only)) {
    test(`${label} is shown as such in the ${contract} contract`, async ({ task }) => {
      const { taskId } = await emulator.createTask({ scenario, contract });
      await task.open(taskId);
      await expect(task.status(label)).toBeVisible({ timeout: 15_000 });
    });
  }
}

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

test("claim and verdict stand apart when they disagree", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "judge-disagrees",
    contract: "current",
  });
  await task.open(taskId);
  await expect(task.status("Finished")).toBeVisible();
  await expect(page.getByText("Agent says success")).toBeVisible();
  await expect(page.getByText("Judge says failure")).toBeVisible();
  await expect(page.getByRole("region", { name: "Judgement" })).toBeVisible();
});

test("each step shows how it went, judged by the step after it", async ({ task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "failed-evaluations",
    contract: "documented",
  });
  await task.open(taskId);
  await expect(task.timeline.getByText("Failed.").first()).toBeAttached();
  await expect(task.timeline.getByText("Succeeded.").first()).toBeAttached();
});

test("a task that has not started says so", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "created", contract: "current" });
  await task.open(taskId);
  await expect(page.getByText("Not started yet")).toBeVisible();
  await expect(page.getByRole("region", { name: "Live view" })).toContainText("Waiting");
});
