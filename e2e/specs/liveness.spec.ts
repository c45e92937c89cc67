import { emulator } from "../emulator-client";
import { expect, setVisibility, test } from "../fixtures";
import { startInstance } from "../own-servers";
import { takeClock } from "../page-clock";
import { EMULATOR } from "../settings";

const HOUR_AGO = () => new Date(Date.now() - 3_600_000).toISOString();

test("a running task says how fresh it is, and a silent one that no step comes @mobile", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 5,
  });
  await task.open(taskId);
  await expect(page.getByText(/^Updated (?:just now|\d+ s ago)$/)).toBeVisible();

  const silent = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 5,
  });
  await emulator.moveClock(silent.taskId, { paused: true });
  await emulator.patchTask(silent.taskId, { startedAt: HOUR_AGO(), createdAt: HOUR_AGO() });
  await task.open(silent.taskId);
  await expect(page.getByText(/^No new step for \d+ min, usually \d+ s/)).toBeVisible();
  await expect(page).toHaveTitle(/^⚠ \d+ · /);
  await expectAccessible();
});

test("a paused task says for how long", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "paused", contract: "documented" });
  await task.open(taskId);
  await expect(task.status("Paused")).toBeVisible();
  await expect(page.getByText(/^Paused for at least \d+ s/)).toBeVisible();
  await expect(page).toHaveTitle(/^⏸ 12 · /);
});

test("a browser that is offline says since when, the tab shows it, and the page catches up", async ({
  page,
  task,
  context,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 3,
  });
  await task.open(taskId);
  await expect(page).toHaveTitle(/^▶/);
  await context.setOffline(true);
  await expect(page.getByText(/^Offline since .*\d+:\d\d.*, showing what we have$/)).toBeVisible();
  await expect(page).toHaveTitle(/^◌/);
  await expect(task.connection).toContainText("No connection to this server", { timeout: 10_000 });
  await context.setOffline(false);
  await expect(page).toHaveTitle(/^▶/, { timeout: 15_000 });
  await expect(task.connection).toBeEmpty({ timeout: 10_000 });
});

test("a limited upstream is named with the time of the next try", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 4,
  });
  // A limit holds all calls of a server, those for the tasks of other specs, too.
  const own = await startInstance(EMULATOR, {});
  await page.goto(`${own.product}/tasks/${taskId}`);
  await expect(task.step(2)).toBeVisible();
  await emulator.breakTask(
    taskId,
    { kind: "status", status: 429, headers: { "Retry-After": "4" } },
    1,
  );
  await expect(page.getByText(/^Browser Use Cloud limits us, next try in \d s$/)).toBeVisible({
    timeout: 15_000,
  });
  await expect(task.connection).toContainText(/Next try in \d s\./);
  await expect(page.getByText(/^Updated/)).toBeVisible({ timeout: 25_000 });
  await own.stop();
});

test("a page that was hidden does not pass its old state for new", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 3,
  });
  await takeClock(page);
  await task.open(taskId);
  await expect(page).toHaveTitle(/^▶/);
  await setVisibility(page, "hidden");
  await expect(page).toHaveTitle(/^◌ \d+ · /);
  await page.clock.runFor(20_000);
  let letThrough: (() => void) | undefined;
  const seen = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(`**/api/tasks/${taskId}?*`, async (route) => {
    await seen;
    await route.continue();
  });
  await setVisibility(page, "visible");
  await expect(page.getByText(/^Not updated while hidden: \d+ s old/)).toBeVisible();
  letThrough?.();
  await expect(page.getByText(/^Updated/)).toBeVisible({ timeout: 10_000 });
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("every page has the product's icon", async ({ request }) => {
  for (const path of ["/", "/board", "/nowhere"]) {
    const html = await (await request.get(path)).text();
    expect(html, path).toMatch(/<link rel="icon" href="\/icon\.svg/);
    expect(html.match(/<link rel="apple-touch-icon"/g), path).toHaveLength(1);
  }
});

test("the icon of the tab follows the state, under the policy of the page", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "running", contract: "current" });
  await task.open(taskId);
  // Of several icons the last one counts.
  const icon = page.locator("head link[rel~=icon]").last();
  await expect(icon).toHaveAttribute("href", /^data:image\/svg\+xml/);
  const running = await icon.getAttribute("href");
  const isDrawn = await page.evaluate(async (href) => {
    const image = new Image();
    image.src = href;
    await image.decode();
    return image.naturalWidth > 0;
  }, running ?? "");
  expect(isDrawn).toBe(true);
  await emulator.moveClock(taskId, { advanceSeconds: 600 });
  await expect(task.status("Finished")).toBeVisible({ timeout: 15_000 });
  await expect(icon).not.toHaveAttribute("href", running ?? "");
  await page.getByRole("link", { name: "Server status" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/status$/);
  await expect(icon).toHaveAttribute("href", /icon\.svg/);
  await expect(page).toHaveTitle(/^Status · Sightglass$/);
});
