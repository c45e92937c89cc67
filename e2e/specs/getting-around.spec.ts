import { emulator } from "../emulator-client";
import { expect, test, untilTakenOver } from "../fixtures";

test("every page is one step away from every other @mobile", async ({ page, expectAccessible }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  const pages = page.getByRole("navigation", { name: "Pages" });
  for (const from of ["/", "/board", "/compare", "/status", `/tasks/${taskId}`]) {
    await page.goto(from);
    await expect(pages.getByRole("link")).toHaveText(["Runs", "Board", "Compare"]);
    const name = { "/": "Runs", "/board": "Board", "/compare": "Compare" }[from];
    const current = pages.locator("[aria-current=page]");
    await expect(current).toHaveCount(name === undefined ? 0 : 1);
    if (name !== undefined) await expect(current).toHaveText(name);
  }
  await pages.getByRole("link", { name: "Board", exact: true }).click();
  await expect(page).toHaveURL(/\/board$/);
  await expectAccessible();
});

test("the palette finds a run by its words or its ID, a page, and what this page can do @mobile", async ({
  page,
  task,
  expectAccessible,
}, testInfo) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  const palette = page.getByRole("dialog", { name: "Go to" });
  const field = palette.getByRole("combobox");
  const isPhone = testInfo.project.name !== "desktop";
  const open = async () => {
    await untilTakenOver(page);
    if (isPhone) await page.getByRole("button", { name: "Go to a run" }).click();
    else await page.keyboard.press("Control+k");
    await expect(field).toBeFocused();
  };

  await page.goto("/board");
  await open();
  await field.fill(`what about ${taskId} ?`);
  await expectAccessible();
  await field.press("Enter");
  await expect(task.status("Finished")).toBeVisible();

  // Opened once, it is first without a word.
  const remembered = () => page.evaluate((id) => JSON.stringify(localStorage).includes(id), taskId);
  await expect.poll(remembered).toBe(true);
  await page.goto("/compare");
  await open();
  await expect(palette.getByRole("option").first()).toContainText(taskId);
  await field.press("ArrowDown");
  await field.press("ArrowUp");
  await field.press("Enter");
  await expect(task.status("Finished")).toBeVisible();

  await open();
  await field.fill("next step");
  await expect(palette.getByRole("option", { name: "Next step" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await field.press("Enter");
  await expect(page).toHaveURL(/step=/);

  await open();
  await field.fill("server");
  await palette.getByRole("option", { name: /Server status/ }).click();
  await expect(page).toHaveURL(/\/status$/);

  await open();
  await field.fill("nothing has these words");
  await expect(palette.getByText("Nothing found among")).toBeVisible();
  await field.press("Escape");
  await expect(palette).toHaveCount(0);
});

test("what a share link opened leads to no page of the operator", async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto("/share");
  await expect(page.getByRole("navigation", { name: "Pages" })).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await context.close();
});
