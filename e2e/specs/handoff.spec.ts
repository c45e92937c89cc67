import type { Page } from "@playwright/test";
import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";
import { anotherBrowser, opened, share } from "../share-pages";

const SECRETS = ["noor.haddad", "Quay-lamp-4021", "Zx41qLw8RtYb27NvKd03PsMh"];

/** Notes what a page copies: our policy lets no page read the clipboard. Whether copying works is told elsewhere. */
async function noteCopies(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const writeText = (text: string) => {
      document.documentElement.dataset.copied = text;
      return Promise.resolve();
    };
    Object.defineProperty(navigator, "clipboard", { value: { writeText } });
  });
}

const copied = (page: Page) =>
  page.evaluate(() => document.documentElement.dataset.copied ?? "nothing");

test.beforeEach(({ page }) => noteCopies(page));

test("a run, a step and a guess are copied for an assistant, with their size on the button @mobile", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "failed-evaluations",
    contract: "current",
  });
  await task.open(taskId);
  const guess = page.getByRole("button", { name: /^Copy for AI · \d+ KB ?, the guess at step 2$/ });
  await guess.click();
  await expect(guess).toContainText("Copied");
  expect(await copied(page)).toMatch(
    /^# Where a run of a browser agent went wrong\n\nWhat stands between fences is quoted/,
  );

  await task.open(taskId, "?step=2");
  await task
    .panel(2)
    .getByRole("button", { name: /^Copy for AI · \d+ KB ?, this step$/ })
    .click();
  await expect.poll(() => copied(page)).toMatch(/^# Step 2 of a run of a browser agent\n/);

  await task.openTab("Output");
  await page.getByRole("button", { name: /^Copy for AI · \d+ KB ?, this run$/ }).click();
  await expect.poll(() => copied(page)).toMatch(/^# A run of a browser agent\n/);
  expect(await copied(page)).toContain("## Where to look first (guesses, not findings)");
  await expectAccessible();
});

test("a task goes on from a step: as a text and as calls, without the key and without secrets @mobile", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "leaked-secrets", contract: "current" });
  await task.open(taskId, "?step=2");
  await task.panel(2).getByRole("button", { name: "Continue from here" }).click();
  const dialog = page.getByRole("dialog", { name: "Continue from step 2" });
  const written = dialog.getByRole("tabpanel");
  await expect(written).toContainText("another run left at step 2");
  await expect(dialog.getByText(/secrets are masked/)).toBeVisible();
  await expectAccessible();
  for (const [name, part] of [
    ["curl", "X-Browser-Use-API-Key: $BROWSER_USE_API_KEY"],
    ["Python", "from browser_use_sdk import BrowserUse"],
    ["TypeScript", "await client.tasks.create({"],
    ["Text", "Do the rest of a task"],
  ] as const) {
    await dialog.getByRole("tab", { name }).click();
    await expect(written).toContainText(part);
    await dialog.getByRole("button", { name: /^Copy · / }).click();
    await expect.poll(() => copied(page)).toContain(part);
    for (const secret of SECRETS) expect(await copied(page)).not.toContain(secret);
  }
  await dialog.getByRole("checkbox", { name: "Mask what looks like a secret" }).uncheck();
  await expect(written).toContainText("Quay-lamp-4021");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("what a page wrote stays within its fence and spells out what cannot be seen", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "hostile", contract: "current" });
  await task.open(taskId, "?view=output");
  await page.getByRole("button", { name: /^Copy for AI · .*, this run$/ }).click();
  await expect.poll(() => copied(page)).toContain("# A run of a browser agent");
  expect(await copied(page)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
});

test("the facts of an output lead to the steps that they were seen in @mobile", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId, "?view=output");
  const seen = page.getByRole("region", { name: "Where it was seen" });
  await expect(seen).toContainText("where it was seen, not whether it is true");
  await expect(seen.getByRole("heading", { name: /^Answered/ })).toBeVisible();
  await expect(seen.getByRole("heading", { name: /^Asked/ })).toBeVisible();
  await expectAccessible();
  const link = seen.getByRole("link", { name: /^step \d+$/ }).first();
  const number = Number(/\d+/.exec(await link.innerText())?.[0]);
  await link.click();
  await expect(task.panel(number)).toBeVisible();
});

test("a run that is over says what its time went into, and leads there", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "failed-evaluations",
    contract: "current",
  });
  await task.open(taskId);
  const line = page.getByRole("region", { name: "What the time went into" });
  await expect(line).toContainText(/\d+ s of .+ \(\d+ %\) and about \$.+ of \$.+ went into /);
  await line.getByRole("link").first().click();
  await expect(page).toHaveURL(/\?step=\d+$/);
});

test("a share link hands on what it shows, and starts nothing", async ({ page, task, browser }) => {
  const { taskId } = await emulator.createTask({ scenario: "leaked-secrets", contract: "current" });
  await task.open(taskId);
  const viewer = await anotherBrowser(browser);
  await noteCopies(viewer);
  await opened(viewer, await share(page));
  await viewer.getByRole("link", { name: /^Step 2\b/ }).click();
  const panel = viewer.getByRole("article", { name: "Step 2", exact: true });
  await panel.getByRole("button", { name: /^Copy for AI · .*, this step$/ }).click();
  await expect.poll(() => copied(viewer)).toContain("# Step 2 of a run of a browser agent");
  const text = await copied(viewer);
  expect(text).not.toMatch(/- (?:Cost|Model): |## Prompt/);
  for (const secret of SECRETS) expect(text).not.toContain(secret);
  await expect(panel.getByRole("button", { name: "Continue from here" })).toHaveCount(0);
});
