import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

const field = { name: "Find in steps" };

test("words find the steps that say them, marked where they stand @mobile", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId);
  await expect(task.steps).toHaveCount(6);
  const top = await task.timeline.boundingBox();
  await page.getByRole("searchbox", field).fill("BOOTS");
  await expect(page).toHaveURL(/[?&]q=BOOTS/);
  await expect(task.steps.first().locator("mark").first()).toHaveText(/boots/i);
  expect(await task.timeline.boundingBox().then((box) => box?.y)).toBe(top?.y);
  await expectAccessible();
  await page.reload();
  await expect(page.getByRole("searchbox", field)).toHaveValue("BOOTS");
  await expect(task.steps.first().locator("mark").first()).toBeVisible();
  await page.getByRole("button", { name: "Clear the search" }).click();
  await expect(task.steps).toHaveCount(6);
  await expect(page).not.toHaveURL(/q=/);
});

test("the keyboard alone searches, steps through the matches and leaves", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "steps-300", contract: "current" });
  await task.open(taskId);
  await expect(task.steps.first()).toBeVisible();
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", field);
  await expect(search).toBeFocused();
  await page.keyboard.type("job 42");
  await expect(page.getByText("– of 5", { exact: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 of 5", { exact: true })).toBeVisible();
  await expect(task.panel(206)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(task.panel(207)).toBeVisible();
  await page.keyboard.press("Shift+Enter");
  await expect(task.panel(206)).toBeVisible();
  await expect(search).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(search).toHaveValue("");
  await expect(task.step(206)).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(search).not.toBeFocused();
});

test("outcome and host narrow the list, and nothing found leads back @mobile", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "failed-evaluations",
    contract: "current",
  });
  await task.open(taskId);
  const all = await task.steps.count();
  await page.getByRole("combobox", { name: "Outcome" }).selectOption("Failed");
  await expect(page).toHaveURL(/outcome=failure/);
  await expect(task.timeline.getByText("Succeeded.")).toHaveCount(0);
  await expect(task.timeline.getByText("Failed.").first()).toBeAttached();
  await expectAccessible();
  await page.getByRole("searchbox", field).fill("no such words (.*)");
  await expect(page.getByText("No step matches")).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Show all steps" }).click();
  await expect(task.steps).toHaveCount(all);
  const hosts = page.getByRole("combobox", { name: "Host" });
  const choice = await hosts.getByRole("option").nth(1).textContent();
  await hosts.selectOption({ index: 1 });
  const count = Number(/\((\d+)\)$/.exec(choice ?? "")?.[1]);
  await expect(task.steps).toHaveCount(count);
});

test("new steps arrive in a filtered list only when they match", async ({ task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "steps-1000",
    contract: "current",
    startAtStep: 20,
  });
  await emulator.moveClock(taskId, { paused: true });
  await task.open(taskId, "?q=employer");
  await expect(task.steps).toHaveCount(8);
  await emulator.moveClock(taskId, { advanceSeconds: 100 });
  await expect.poll(() => task.steps.count()).toBeGreaterThan(8);
  for (const row of await task.steps.allTextContents()) expect(row).toMatch(/employer/i);
});

test("Ctrl-F is the browser's in a short run, and the timeline's in a long one", async ({
  page,
  task,
}) => {
  const isTaken = () =>
    page.evaluate(() => {
      const press = new KeyboardEvent("keydown", {
        key: "f",
        ctrlKey: true,
        bubbles: true,
        cancelable: true,
      });
      return !(document.activeElement ?? document.body).dispatchEvent(press);
    });
  const short = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(short.taskId);
  await expect(task.steps).toHaveCount(6);
  expect(await isTaken()).toBe(false);
  const long = await emulator.createTask({ scenario: "steps-300", contract: "current" });
  await task.open(long.taskId);
  await expect(task.steps.first()).toBeVisible();
  await expect.poll(isTaken).toBe(true);
  await expect(page.getByRole("searchbox", field)).toBeFocused();
  await expect(page.getByText("This searches all 300 steps")).toBeVisible();
  expect(await isTaken()).toBe(false);
  await page.keyboard.press("Escape");
  await expect(page.getByText("This searches all 300 steps")).toBeHidden();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the search is a form", async ({ page, task }) => {
    const { taskId } = await emulator.createTask({ scenario: "steps-300", contract: "current" });
    await page.goto(`/tasks/${taskId}`);
    await page.getByRole("searchbox", field).fill("job 42");
    await page.getByRole("searchbox", field).press("Enter");
    await expect(page).toHaveURL(/q=job\+42/);
    await expect(task.steps).toHaveCount(5);
  });
});

test("what is asked before the script of the search has come is not lost", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "failed-evaluations",
    contract: "documented",
  });
  const html = await (await page.request.get(`/tasks/${taskId}`)).text();
  let comeAll: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (comeAll = resolve));
  await page.route(/\/_next\/static\/.*\.js$/, async (route) => {
    if (!html.includes(new URL(route.request().url()).pathname)) await late;
    await route.continue();
  });
  // The scripts that are held back keep the page from being loaded.
  await page.goto(`/tasks/${taskId}`, { waitUntil: "commit" });
  await page.getByRole("combobox", { name: "Outcome" }).selectOption("Failed");
  await page.getByRole("searchbox", field).fill("sign");
  await expect(task.timeline.getByText("Succeeded.").first()).toBeAttached();
  comeAll();
  await expect(page).toHaveURL(/outcome=failure/);
  await expect(page).toHaveURL(/q=sign/);
  await expect(task.timeline.getByText("Succeeded.")).toHaveCount(0);
  await expect(page.getByRole("searchbox", field)).toBeFocused();
});
