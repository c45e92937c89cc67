import type { Locator } from "@playwright/test";
import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

const MEGABYTE = 1024 * 1024;
/** 5 MB on one line without a space. */
const HUGE = "x".repeat(5 * MEGABYTE - 4) + "END.";

/**
 * Presses the button of a text until all of it is there, scrolls to its end, and gives the longest time in
 * milliseconds that the page was busy meanwhile. All of it in the page: what a test looks for costs time, too.
 */
function longestPause(part: Locator): Promise<number> {
  return part.evaluate(async (element) => {
    const button = (words: RegExp) =>
      [...element.querySelectorAll("button")].find((each) => words.test(each.textContent));
    const rest = () => new Promise((resolve) => setTimeout(resolve, 0));
    let longest = 0;
    const watch = async (isOver: () => boolean) => {
      for (let last = performance.now(); !isOver();) {
        await rest();
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }
    };
    await watch(() => {
      const offer = button(/Show all|Try again/);
      if (offer?.disabled === false) offer.click();
      return button(/Copy all/) !== undefined;
    });
    const box = element.querySelector("[role=group]");
    if (box !== null) box.scrollTop = box.scrollHeight;
    const until = performance.now() + 1000;
    await watch(() => performance.now() > until);
    return longest;
  });
}

test("a text of 5 MB is cut, and whole on demand", async ({ page, task, expectAccessible }) => {
  test.slow();
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "documented" });
  const step = {
    number: 1,
    memory: HUGE,
    evaluationPreviousGoal: "",
    nextGoal: "Read the page.",
    url: "https://shop.example/",
    actions: [JSON.stringify({ input_text: { index: 3, text: HUGE.slice(-MEGABYTE) } })],
  };
  const polled: number[] = [];
  page.on("response", (response) => {
    if (new URL(response.url()).pathname !== `/api/tasks/${taskId}`) return;
    if (response.status() === 200) void response.body().then((body) => polled.push(body.length));
  });
  await emulator.patchTask(taskId, {
    steps: [step, { ...step, number: 2, memory: "Short.", actions: [] }],
  });
  await task.open(taskId, "?step=1");
  const memory = task.panel(1).getByRole("group", { name: "Memory" });
  const part = task
    .panel(1)
    .getByRole("definition")
    .filter({ has: page.getByRole("group", { name: "Memory" }) });
  await expect(part.getByText("First 64 KB of 5.0 MB")).toBeVisible({ timeout: 30_000 });
  await expectAccessible();
  await expect(task.panel(1).getByText("First 64 KB of each action, of 1.0 MB")).toBeVisible();
  const longest = await longestPause(part);
  await expect(part.getByText("All 5.0 MB are shown.")).toBeVisible();
  await expect(memory.getByText("END.")).toBeAttached();
  test.info().annotations.push({ type: "longest pause", description: `${longest.toFixed(0)} ms` });
  expect(longest).toBeLessThan(1000);
  expect((await memory.textContent())?.length).toBe(HUGE.length);
  // The other step is another text.
  await task.step(2).click();
  await expect(task.panel(2).getByText("Short.")).toBeVisible();
  expect(Math.max(0, ...polled)).toBeLessThan(MEGABYTE);
});

test("D11 an output of 5 MB on one line leaves the page responsive", async ({ page, task }) => {
  test.slow();
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await emulator.patchTask(taskId, {
    output: HUGE,
    doneOutput: HUGE,
    task: `Buy ${"milk ".repeat(200_000)}`,
  });
  await task.open(taskId);
  const output = page.getByRole("region", { name: "Output" });
  await expect(output.getByText("First 256 KB of 5.0 MB")).toBeVisible({ timeout: 30_000 });
  const mend = await emulator.breakTask(taskId, { kind: "status", status: 500 });
  await expect(async () => {
    // A click before the page has woken up is lost.
    await output.getByRole("button", { name: /Show all|Try again/ }).click({ timeout: 1000 });
    const words = output.getByText(/Could not be loaded: Browser Use Cloud/);
    await expect(words).toBeVisible({ timeout: 3000 });
  }).toPass();
  await mend();
  const longest = await longestPause(output);
  await expect(output.getByText("All 5.0 MB are shown.")).toBeVisible();
  test.info().annotations.push({ type: "longest pause", description: `${longest.toFixed(0)} ms` });
  expect(longest).toBeLessThan(1000);
  await expect(output.getByRole("button", { name: "Copy all" })).toBeVisible();
  await page.getByRole("button", { name: "Show the whole prompt" }).click();
  await expect(page.getByText(/First 64 KB of 977 KB/)).toBeVisible();
  await task.openTab("Files");
  await expect(page.getByRole("region", { name: "Output files" })).toBeVisible();
});

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
