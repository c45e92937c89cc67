import { emulator } from "../emulator-client";
import { expect, pasted, test } from "../fixtures";

test("Markdown is rendered without raw HTML, remote pictures or script links", async ({
  page,
  task,
}) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("http://127.0.0.1")) foreign.push(request.url());
  });
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await emulator.patchTask(taskId, {
    output: [
      "## Result",
      "![beacon](https://evil.example/pixel.png?q=1)",
      "<script>window.pwned = 1</script><img src=x onerror=window.pwned=1>",
      "[click](javascript:window.pwned=1) and [web](https://good.example/a)",
      "",
      "| a | b |",
      "|---|---|",
      "| 1 | 2 |",
    ].join("\n"),
  });
  await task.open(taskId);
  const output = page.getByRole("region", { name: "Output" });
  await expect(output.getByRole("heading", { name: "Result" })).toBeVisible();
  await expect(output.getByRole("table")).toBeVisible();
  await expect(output.getByRole("link", { name: "web" })).toHaveAttribute("rel", /noopener/);
  await expect(output.getByRole("link", { name: "click" })).toHaveCount(0);
  await expect(output.locator("img, script")).toHaveCount(0);
  expect(await page.evaluate(() => "pwned" in window)).toBe(false);
  expect(foreign).toEqual([]);
});

test("a table on a small screen is scrolled, and no word in it is cut @mobile", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId, "?view=output");
  const cells = page.getByRole("region", { name: "Output" }).locator("th, td");
  await expect(cells.first()).toBeVisible();
  const cut = await cells.evaluateAll((all) =>
    all.flatMap(({ firstChild }) => {
      if (!(firstChild instanceof Text)) return [];
      return [...firstChild.data.matchAll(/\S+/g)].flatMap((word) => {
        const range = document.createRange();
        range.setStart(firstChild, word.index);
        range.setEnd(firstChild, word.index + word[0].length);
        return range.getClientRects().length > 1 ? [word[0]] : [];
      });
    }),
  );
  expect(cut).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()?.width ?? 0,
  );
});

test("JSON is a tree, and the raw text is one button away", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "json-output", contract: "documented" });
  await task.open(taskId);
  const output = page.getByRole("region", { name: "Output" });
  await expect(output.getByText("customer:", { exact: true }).first()).toBeVisible();
  await output.locator("summary").first().click();
  await expect(output.getByText("customer:", { exact: true })).toHaveCount(0);
  await output.getByRole("button", { name: "Raw text" }).click();
  await expect(output.getByText(/^\s*\{/)).toBeVisible();
});

test("an output is copied as it came", async ({ page, task, context }) => {
  await context.grantPermissions(["clipboard-write"]);
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await emulator.patchTask(taskId, { output: "**Exactly** this" });
  await task.open(taskId);
  await page.getByRole("button", { name: "Copy output" }).click();
  await expect(page.getByText("Copied", { exact: true })).toBeAttached();
  expect(await pasted(page)).toBe("**Exactly** this");
});

test("Chinese and Arabic read in their own direction", async ({ page, task }) => {
  for (const [scenario, direction] of [
    ["chinese", "ltr"],
    ["arabic", "rtl"],
  ] as const) {
    const { taskId } = await emulator.createTask({ scenario, contract: "documented" });
    await task.open(taskId, "?step=2");
    const goal = task.panel(2).getByRole("region", { name: "Goal" }).getByRole("paragraph");
    expect(await goal.evaluate((element) => getComputedStyle(element).direction)).toBe(direction);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});
