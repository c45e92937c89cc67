import { randomUUID } from "node:crypto";
import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";
import { askedWithin, takeClock } from "../page-clock";

test("an unknown task is not found, and the page offers a next step", async ({
  page,
  task,
  expectAccessible,
}) => {
  const answer = await page.goto(`/tasks/${randomUUID()}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Task not found" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await expectAccessible();
  await page.getByRole("link", { name: "Open another task" }).click();
  await expect(page.getByRole("textbox", { name: "Task ID" })).toBeVisible();
  expect(task).toBeDefined();
});

test("a text that is no ID gets its own page without a call to the upstream, and any other path has words too", async ({
  page,
  expectAccessible,
}) => {
  for (const [path, words] of [
    ["/nowhere", "Not found"],
    ["/tasks/not-a-task", "That is not a task ID"],
    ["/tasks/%2e%2e%2fbilling", "That is not a task ID"],
    ["/tasks/3c90c3cc-0d44-4b50-8888-8dd25736052", "That is not a task ID"],
  ] as const) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { name: words })).toBeVisible();
  }
  expect(await emulator.requests("/api/v2/tasks/not-a-task")).toEqual([]);
  await expectAccessible();
});

test("a first load whose key is rejected says so", async ({ page, task, expectAccessible }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  const mend = await emulator.breakTask(taskId, { kind: "status", status: 401 });
  await task.open(taskId);
  await expect(page.getByRole("heading", { name: "API key rejected" })).toBeVisible();
  await expectAccessible();
  await mend();
});

test("a first load without an upstream says so, counts down to its next try, and shows the task once there is one", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "documented" });
  const body = "at Object.<anonymous> (/srv/app.js:1:1)";
  const mend = await emulator.breakTask(taskId, { kind: "status", status: 503, body });
  await task.open(taskId);
  const title = page.getByRole("heading", { name: "Browser Use Cloud is not reachable" });
  await expect(title).toBeVisible();
  await expect(page.getByText("at Object.")).toHaveCount(0);
  await expect(page.getByRole("timer")).toHaveText(/^(?:Next try in \d+ s|Trying again now)\.$/);
  await expectAccessible();
  await mend();
  await expect(task.status("Finished")).toBeVisible({ timeout: 15_000 });
});

test("a failed poll keeps the data on screen with its age, and recovers", async ({ task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 4,
  });
  await task.open(taskId);
  const known = await task.step(2).textContent();
  const mend = await emulator.breakTask(taskId, { kind: "status", status: 500 });
  await expect(task.connection).toContainText("Browser Use Cloud is not reachable", {
    timeout: 15_000,
  });
  await expect(task.connection).toContainText(/Showing what was known \d+ s ago/);
  expect(await task.step(2).textContent()).toBe(known);
  await mend();
  await expect(task.connection).toBeEmpty({ timeout: 10_000 });
});

test("E26 an upstream that fails every other time leaves the page calm", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 2,
  });
  await task.open(taskId);
  await expect(task.status("Running")).toBeVisible();
  await page.evaluate(() => {
    const region = document.querySelector("[role=status][aria-label=Connection]");
    new MutationObserver(() => {
      document.body.dataset.notice = region?.textContent ?? "";
    }).observe(region ?? document.body, { childList: true, subtree: true, characterData: true });
  });
  await emulator.breakTask(taskId, { kind: "status", status: 500 }, null, 2);
  await emulator.moveClock(taskId, { advanceSeconds: 20 });
  const failures = async () =>
    (await emulator.requests(`/api/v2/tasks/${taskId}`)).filter(({ status }) => status === 500);
  await expect.poll(async () => (await failures()).length, { timeout: 30_000 }).toBeGreaterThan(3);
  await expect(page.locator("body[data-notice]")).toHaveCount(0);
  await expect(task.connection).toBeEmpty();
});

test("E05 a task that is removed while it is watched is said to be gone, and no longer asked for", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 3,
  });
  await takeClock(page);
  await task.open(taskId);
  await expect(task.step(2)).toBeVisible();
  await emulator.breakTask(taskId, { kind: "status", status: 404 });
  await expect(task.connection).toContainText("Task no longer available", { timeout: 15_000 });
  await expect(task.step(2)).toBeVisible();
  expect(await askedWithin(page, 60)).toEqual([]);
});

test("a rejected key ends polling and keeps what is on screen", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "documented",
    startAtStep: 4,
  });
  await takeClock(page);
  await task.open(taskId);
  await expect(task.step(2)).toBeVisible();
  await emulator.breakTask(taskId, { kind: "status", status: 401 });
  await expect(task.connection).toContainText("API key rejected", { timeout: 10_000 });
  await expect(task.connection).toContainText("The page has stopped asking.");
  await expect(task.step(2)).toBeVisible();
  expect(await askedWithin(page, 60)).toEqual([]);
});

test("a slow upstream shows the shape of the page first, then the task", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await emulator.breakTask(taskId, { kind: "slow-headers", ms: 4000 }, 1);
  await task.open(taskId);
  await expect(page.getByRole("heading", { name: "Loading the task" })).toBeAttached();
  await expect(task.status("Finished")).toBeVisible({ timeout: 15_000 });
});
