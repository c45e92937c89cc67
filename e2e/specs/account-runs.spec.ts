import { emulator } from "../emulator-client";
import { expect, test, untilTakenOver } from "../fixtures";

/** A task that a list shows which is asked for its session. */
const made = (scenario: string, more: object = {}) =>
  emulator.createTask({ scenario, contract: "documented", ...more });

test("the account's runs are found by status, verdict and words, and the address keeps that", async ({
  page,
  expectAccessible,
}) => {
  const { taskId } = await made("success-6", { listed: true });
  await page.goto("/");
  const list = page.getByRole("list", { name: "Runs" });
  await expect(list.getByRole("listitem").first()).toBeVisible();
  await expectAccessible();

  await page.getByRole("searchbox").fill(taskId);
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(list.getByRole("link")).toHaveAttribute("href", `/tasks/${taskId}`);
  await expect(page.getByText(/^1 of \d+ runs matches\.$/)).toBeVisible();
  await page.reload();
  await expect(list.getByRole("listitem")).toHaveCount(1);

  await page.getByRole("searchbox").fill("");
  await page.getByRole("combobox", { name: "Status" }).selectOption("Failed");
  await expect(page).toHaveURL(/\?status=failed$/);
  await expect(list.getByText("Status: Running").first()).toHaveCount(0);
  await expect(list.getByText("Status: Failed").first()).toBeVisible();
  await page.getByRole("combobox", { name: "Verdict" }).selectOption("Agent and judge disagree");
  await expect(page).toHaveURL(/verdict=disagree/);
  await page.goBack();
  await expect(page).toHaveURL(/\?status=failed$/);

  await page.getByRole("searchbox").fill("no prompt has these words");
  await expect(page.getByText("No run that was searched matches.")).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Clear filters" }).last().click();
  await expect(page).toHaveURL(/\/$/);
  await expect(list.getByRole("listitem").first()).toBeVisible();
});

test("a run that goes on is followed in its row to its end", async ({ page }) => {
  const { taskId, sessionId } = await made("success-6", { startAtStep: 3 });
  await page.goto(`/?session=${sessionId}`);
  const row = page.getByRole("list", { name: "Runs" }).getByRole("listitem");
  await expect(row).toContainText("Status: Running");
  await expect(row).toContainText(/\d steps/);
  await emulator.moveClock(taskId, { advanceSeconds: 600 });
  await expect(row).toContainText("Status: Finished");
  await expect(row).toContainText("6 steps");
  // Without another call, the list shows what the server has seen meanwhile.
  await page.reload();
  await expect(row).toContainText("6 steps");
});

test("keys walk through the runs, select two and compare them, or put them on a board", async ({
  page,
}) => {
  const a = await made("success-6");
  const b = await made("stopped", { sessionId: a.sessionId });
  await page.goto(`/?session=${a.sessionId}`);
  await expect(page.locator(`[data-run="${a.taskId}"]`)).toBeVisible();
  await untilTakenOver(page);
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute("data-run") ?? null);
  const walkTo = async (taskId: string) => {
    await page.keyboard.press("k");
    if ((await focused()) !== taskId) await page.keyboard.press("j");
    await expect.poll(focused).toBe(taskId);
  };
  await page.getByRole("heading", { level: 1 }).click();
  await walkTo(b.taskId);
  await page.keyboard.press("x");
  await walkTo(a.taskId);
  await page.keyboard.press("x");
  const bar = page.getByRole("toolbar", { name: "Selected runs" });
  await expect(bar.getByText("2 selected")).toBeVisible();
  await page.keyboard.press("c");
  await expect(page).toHaveURL(`/compare?a=${b.taskId}&b=${a.taskId}`);
  await page.goBack();
  await untilTakenOver(page);
  await page.locator(`[data-run="${a.taskId}"]`).focus();
  await page.keyboard.press("b");
  await expect(page).toHaveURL(`/board?ids=${a.taskId}`);
});

test("from a run to the one that was made before it, and back", async ({ page, task }) => {
  const { taskId } = await made("stopped", { listed: true });
  // A list is kept for two seconds.
  const list = async () => (await page.request.get("/api/tasks?page=1&pageSize=100")).text();
  await expect.poll(list).toContain(taskId);
  await task.open(taskId);
  await page.getByRole("button", { name: "Older run" }).click();
  await expect(page).not.toHaveURL(new RegExp(taskId));
  await expect(page).toHaveURL(/\/tasks\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("button", { name: "Newer run" })).toBeVisible();
  await untilTakenOver(page);
  await page.keyboard.press("p");
  await expect(page).toHaveURL(new RegExp(taskId));
});

test("those that need somebody stand first where that is asked for, and the tab counts them", async ({
  page,
  expectAccessible,
}) => {
  const fine = await made("success-6");
  const { sessionId } = fine;
  await made("paused", { sessionId });
  await made("failed-evaluations", { sessionId });
  await page.goto(`/?session=${sessionId}`);
  const rows = page.getByRole("list", { name: "Runs" }).getByRole("listitem");
  await expect(rows).toHaveCount(3);
  await page.getByRole("combobox", { name: "Order" }).selectOption("By need");
  await expect(page).toHaveURL(/sort=need/);
  await expect(rows.nth(0)).toContainText("Paused until somebody resumes it");
  await expect(rows.nth(1)).toContainText("failed");
  await expect(rows.nth(2)).toContainText("Finished");
  await expect(page).toHaveTitle("✋ 1 · Runs · Sightglass");
  await expectAccessible();
});
