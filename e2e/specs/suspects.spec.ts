import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

test("a failed run says where to look first, and opens there in place @mobile", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "failed-evaluations",
    contract: "current",
  });
  await task.open(taskId);
  const look = page.getByRole("region", { name: "Where to look first" });
  await expect(look).toContainText("3 guesses");
  await expect(look.getByRole("link")).toHaveCount(3);
  await expect(look.getByRole("link", { name: /^Step 6 The judge: / })).toBeVisible();
  await expect(look.getByRole("link", { name: /^Step 5 Took 88 s/ })).toBeVisible();
  await expect(page).not.toHaveURL(/step=/);
  await expectAccessible();

  await look.getByRole("link", { name: /^Step 2 Failed, and so did step 3/ }).click();
  await expect(task.panel(2)).toBeVisible();
  await expect(page).toHaveURL(/\?step=2$/);
  await expect(look.getByRole("link", { name: /^Step 2 / })).toHaveAttribute(
    "aria-current",
    "step",
  );
  await look.getByRole("button", { name: /^Where to look first/ }).click();
  await expect(look.getByRole("link")).toHaveCount(0);
});

test("the guesses are in the page as the server sends it", async ({ request }) => {
  const { taskId } = await emulator.createTask({
    scenario: "failed-evaluations",
    contract: "current",
  });
  const html = await (await request.get(`/tasks/${taskId}`)).text();
  expect(html).toContain("Where to look first");
  expect(html).toContain("a step usually takes 10 s");
});

test("whoever comes for one step finds the guesses folded", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "failed-evaluations",
    contract: "documented",
  });
  await task.open(taskId, "?step=4");
  await expect(task.panel(4)).toBeVisible();
  const look = page.getByRole("button", { name: /^Where to look first/ });
  await expect(look).toHaveAttribute("aria-expanded", "false");
  await look.press("Enter");
  await expect(
    page.getByRole("region", { name: "Where to look first" }).getByRole("link").first(),
  ).toBeVisible();
  await expect(task.panel(4)).toBeVisible();
});

test("a run that ended before its first step leads to its output, a stack trace line by line", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "stack-trace", contract: "current" });
  await task.open(taskId, "?view=files");
  await page
    .getByRole("region", { name: "Where to look first" })
    .getByRole("link", { name: /BrowserConnectionError: no answer/ })
    .click();
  await expect(page.getByRole("region", { name: "Output" })).toContainText(
    "Traceback (most recent call last)",
  );
  await expect(page.getByText("The task failed before its first step.")).toBeVisible();
});

test("a run that goes in circles says so without moving the page @mobile", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "loop", contract: "documented" });
  await task.open(taskId);
  await expect(page).toHaveTitle(/^⚠ 18 · /);
  const button = page.getByRole("button", { name: "Where to look first: a guess" });
  await expect(button).toBeVisible();
  const tabs = page.getByRole("tablist", { name: "Task views" });
  const before = await tabs.boundingBox();
  await button.click();
  const look = page.getByRole("region", { name: "Where to look first" });
  await expect(look.getByRole("link")).toHaveText(/^Step 5.+14 times on one page, steps 5 to 18/);
  expect(await tabs.boundingBox()).toEqual(before);
  await expectAccessible();
  await page.keyboard.press("Escape");
  await expect(look).toHaveCount(0);
  await expect(button).toBeFocused();
  await button.press("Enter");
  await look.getByRole("link").click();
  await expect(task.panel(5)).toBeVisible();
  await expect(look).toHaveCount(0);
});
