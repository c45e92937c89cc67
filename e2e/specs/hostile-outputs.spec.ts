import type { Page } from "@playwright/test";
import { KEYS } from "../emulator/hostile-strings";
import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";
import { watchPage } from "../watch-page";

async function withOutput(output: string): Promise<string> {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await emulator.patchTask(taskId, { output });
  return taskId;
}

const outputOn = (page: Page) => page.getByRole("region", { name: "Output" });

test("D07 Markdown that keeps a parser busy is shown as text", async ({ page, task }) => {
  for (const bomb of [">".repeat(10_000), "[".repeat(10_000), "*".repeat(100_000)]) {
    await task.open(await withOutput(`# Title\n\n${bomb} end`), "?view=output");
    await expect(outputOn(page).getByText(/^# Title/)).toBeVisible();
    await expect(outputOn(page).getByRole("heading", { name: "Title" })).toHaveCount(0);
  }
});

test("D09 JSON of great depth is shown as text", async ({ page, task }) => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  await task.open(await withOutput(deep), "?view=output");
  await expect(
    outputOn(page)
      .getByText(/^\[{100}/)
      .first(),
  ).toBeVisible();
  await task.openTab("Raw");
  await expect(page.getByRole("region", { name: "Raw" })).toBeVisible();
});

test("D10 D12 JSON with names of the prototype and odd numbers is data like any other", async ({
  page,
  task,
}) => {
  const watch = watchPage(page);
  const members = KEYS.map((key) => `${JSON.stringify(key)}: {"polluted": true}`);
  const numbers = `"large": 1e400, "zero": -0, "precise": 9007199254740993, "twice": 1, "twice": 2`;
  await task.open(await withOutput(`{${members.join(", ")}, ${numbers}}`), "?view=output");
  const output = outputOn(page);
  for (const key of KEYS) await expect(output.getByText(`${key}:`, { exact: true })).toBeVisible();
  await watch.expectCalm();
  await output.getByRole("button", { name: "Raw text" }).click();
  await expect(output.getByText("1e400", { exact: false })).toBeVisible();
  await expect(output.getByText("9007199254740993", { exact: false })).toBeVisible();
});

test("D12 odd costs and durations give no odd words", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  for (const cost of ["NaN", "1e9", "-.+"]) {
    await emulator.patchTask(taskId, { cost });
    await task.open(taskId);
    expect(await page.locator("main").innerText()).not.toMatch(/NaN|Infinity|\$-?\.\+/);
  }
});
