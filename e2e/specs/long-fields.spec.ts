import type { Page } from "@playwright/test";
import { CONTRACTS, emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

const MEGABYTE = 1024 * 1024;
/** 5 MB on one line without a space. */
const HUGE = "x".repeat(5 * MEGABYTE - 4) + "END.";

/** How long the page's longest task took while `act` ran, in milliseconds. */
async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seenLongTasks: seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.push(duration);
    }).observe({ type: "longtask" });
  });
  await act();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  const seen: unknown = await page.evaluate(() => Reflect.get(window, "seenLongTasks") as unknown);
  return Array.isArray(seen) ? Math.max(0, ...seen.map(Number)) : 0;
}

for (const contract of CONTRACTS) {
  test(`a text of 5 MB is cut, and whole on demand, in the ${contract} contract`, async ({
    page,
    task,
    expectAccessible,
  }) => {
    const { taskId } = await emulator.createTask({ scenario: "success-6", contract });
    const step = {
      number: 1,
      memory: HUGE,
      evaluationPreviousGoal: "",
      nextGoal: "Read the page.",
      url: "https://shop.example/",
      actions: [JSON.stringify({ input_text: { index: 3, text: HUGE } })],
    };
    const polled: number[] = [];
    page.on("response", (response) => {
      if (new URL(response.url()).pathname !== `/api/tasks/${taskId}`) return;
      if (response.status() === 200) void response.body().then((body) => polled.push(body.length));
    });
    await emulator.patchTask(taskId, { steps: [step, { ...step, number: 2, memory: "Short." }] });
    await task.open(taskId, "?step=1");
    const memory = task.panel(1).getByRole("group", { name: "Memory" });
    const part = task.panel(1).getByRole("definition").filter({ has: memory });
    await expect(part.getByText("First 64 KB of 5.0 MB")).toBeVisible();
    await expectAccessible();
    await expect(task.panel(1).getByText("First 64 KB of each action, of 5.0 MB")).toBeVisible();
    const longest = await longestTask(page, async () => {
      await part.getByRole("button", { name: "Show all" }).click();
      await expect(part.getByText("All 5.0 MB are shown.")).toBeVisible({ timeout: 20_000 });
      await memory.evaluate((box) => {
        box.scrollTop = box.scrollHeight;
      });
      await expect(memory.getByText("END.")).toBeVisible();
    });
    test.info().annotations.push({ type: "longest task", description: `${longest.toFixed(0)} ms` });
    expect(longest).toBeLessThan(1000);
    expect((await memory.textContent())?.length).toBe(HUGE.length);
    // The other step is another text.
    await task.step(2).click();
    await expect(task.panel(2).getByText("Short.")).toBeVisible();
    expect(Math.max(0, ...polled)).toBeLessThan(MEGABYTE);
  });

  test(`an output of 5 MB on one line leaves the page responsive in the ${contract} contract`, async ({
    page,
    task,
  }) => {
    const { taskId } = await emulator.createTask({ scenario: "success-6", contract });
    await emulator.patchTask(taskId, {
      output: HUGE,
      doneOutput: HUGE,
      task: `Buy ${"milk ".repeat(200_000)}`,
    });
    await task.open(taskId);
    const output = page.getByRole("region", { name: "Output" });
    await expect(output.getByText("First 256 KB of 5.0 MB")).toBeVisible();
    const mend = await emulator.breakTask(taskId, { kind: "status", status: 500 });
    await output.getByRole("button", { name: "Show all" }).click();
    await expect(output.getByText(/Could not be loaded: Browser Use Cloud/)).toBeVisible();
    await mend();
    const longest = await longestTask(page, async () => {
      await expect(async () => {
        await output.getByRole("button", { name: "Try again" }).click({ timeout: 1000 });
        await expect(output.getByText("All 5.0 MB are shown.")).toBeVisible({ timeout: 5000 });
      }).toPass({ timeout: 30_000 });
    });
    test.info().annotations.push({ type: "longest task", description: `${longest.toFixed(0)} ms` });
    expect(longest).toBeLessThan(1000);
    await expect(output.getByRole("button", { name: "Copy all" })).toBeVisible();
    await page.getByRole("button", { name: "Show the whole prompt" }).click();
    await expect(page.getByText(/First 64 KB of 977 KB/)).toBeVisible();
  });
}

test("a step that is removed later is kept with a mark until the task is over", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 3,
  });
  await emulator.moveClock(taskId, { paused: true });
  await task.open(taskId, "?step=2");
  await expect(task.steps).toHaveCount(3);
  const upstream = await emulator.upstream(`/tasks/${taskId}`);
  const steps: unknown = Reflect.get(Object(upstream) as object, "steps");
  if (!Array.isArray(steps)) throw new Error("The sample has steps");
  const patch = { steps: [steps[0] as unknown, steps[2] as unknown] };
  await emulator.patchTask(taskId, patch);
  await expect(task.step(2)).toContainText("No longer reported", { timeout: 10_000 });
  await expect(task.panel(2).getByText("No longer reported")).toBeVisible();
  await emulator.patchTask(taskId, { ...patch, status: "finished" });
  await expect(task.steps).toHaveCount(2, { timeout: 10_000 });
  await expect(page.getByText("There is no step 2")).toBeVisible();
});
