import type { Page } from "@playwright/test";
import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

const NOBODY = "00000000-0000-4000-8000-000000000000";

const tiles = (page: Page) => page.getByRole("list", { name: "Tasks" }).getByRole("article");

async function runningAndOver() {
  const running = await emulator.createTask({
    scenario: "running",
    contract: "documented",
    startAtStep: 3,
  });
  const over = await emulator.createTask({ scenario: "judge-disagrees", contract: "current" });
  return { running: running.taskId, over: over.taskId };
}

test("several tasks at a glance, in light and dark @mobile", async ({ page, expectAccessible }) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const { running, over } = await runningAndOver();
  await page.goto(`/board?sort=added&ids=${running},${over},${NOBODY},nonsense`);
  await expect(tiles(page)).toHaveCount(4);
  await expect(tiles(page).nth(0)).toContainText("Running");
  await expect(tiles(page).nth(0)).toContainText(/Updated|No new step/);
  await expect(tiles(page).nth(0).getByRole("img")).toBeVisible();
  await expect(tiles(page).nth(1)).toContainText("16 steps");
  await expect(tiles(page).nth(1)).toContainText("Judge says failure");
  await expect(tiles(page).nth(2)).toContainText("Task not found.");
  await expect(tiles(page).nth(3)).toContainText("That is not a task ID.");
  await expectAccessible();
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(["color-contrast"]);
});

test("one request serves all tiles, and new steps arrive by themselves", async ({ page }) => {
  const { running, over } = await runningAndOver();
  const second = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 2,
  });
  const requests: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/api/") && !pathname.endsWith("/screenshot")) requests.push(pathname);
  });
  await page.goto(`/board?sort=added&ids=${running},${over},${second.taskId}`);
  await expect(tiles(page).nth(0)).toContainText("3 steps");
  await emulator.moveClock(running, { advanceSeconds: 40 });
  await expect(tiles(page).nth(0)).not.toContainText("3 steps");
  await expect(tiles(page).nth(2)).toContainText("Running");
  expect(requests.length).toBeGreaterThan(0);
  expect(new Set(requests)).toEqual(new Set(["/api/board", "/api/seen"]));
});

test("tiles are added by paste and taken off, and the address keeps them", async ({ page }) => {
  const { running, over } = await runningAndOver();
  await page.goto(`/board?sort=added&ids=${running}`);
  const field = page.getByRole("textbox", { name: "Add a task" });
  await field.fill("no id here");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "no task ID" })).toBeVisible();
  await field.fill(`http://sightglass.example/tasks/${over}`);
  await field.press("Enter");
  await expect(tiles(page)).toHaveCount(2);
  await expect(tiles(page).nth(1)).toContainText("Finished");
  await expect(page).toHaveURL(new RegExp(`ids=${running},${over}$`));
  await tiles(page)
    .nth(0)
    .getByRole("button", { name: /off the board$/ })
    .click();
  await expect(tiles(page)).toHaveCount(1);
  await page.reload();
  await expect(tiles(page)).toHaveCount(1);
  await tiles(page).getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`/tasks/${over}$`));
});

test("a board without tasks takes up the recent ones under way, or explains itself", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { running, over } = await runningAndOver();
  await page.goto("/board");
  await expect(page.getByRole("heading", { name: "No task on the board" })).toBeVisible();
  await expectAccessible();
  await task.open(over);
  await expect(page).toHaveTitle(/^[✓✗] \d/);
  await task.open(running);
  await expect(page).toHaveTitle(/^▶/);
  await page.goto("/");
  await page.getByRole("link", { name: "Board", exact: true }).click();
  await expect(tiles(page)).toHaveCount(1);
  await expect(page).toHaveURL(new RegExp(`ids=${running}$`));
});

test("a task that fails does not disturb the others", async ({ page }) => {
  const { running, over } = await runningAndOver();
  const mend = await emulator.breakTask(running, { kind: "status", status: 500 });
  await page.goto(`/board?sort=added&ids=${running},${over}`);
  await expect(tiles(page).nth(0)).toContainText("Browser Use Cloud is not reachable.");
  await expect(tiles(page).nth(1)).toContainText("Finished");
  await mend();
  await expect(tiles(page).nth(0)).toContainText("Running", { timeout: 20_000 });
});

test("twenty-four tiles fit and keep their order @mobile", async ({ page }) => {
  const { running } = await runningAndOver();
  const others = Array.from(
    { length: 24 },
    (_, at) => `00000000-0000-4000-8000-0000000000${String(at + 10)}`,
  );
  await page.goto(`/board?ids=${[running, ...others].join(",")}`);
  await expect(tiles(page)).toHaveCount(24);
  await expect(page.getByText("1 more of the address is left out")).toBeVisible();
  await expect(tiles(page).first()).toContainText("Running");
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
