import type { Page } from "@playwright/test";
import { expect, test, untilTakenOver } from "../fixtures";
import { anotherBrowser, opened, share } from "../share-pages";
import { startOwnServers, type OwnServers } from "../own-servers";

let servers: OwnServers;

test.beforeAll(async () => {
  servers = await startOwnServers({ ALLOW_CONTROL: "1", POLL_INTERVAL_MS: "250" });
});
test.afterAll(() => servers.stop());

async function open(
  page: Page,
  contract: "current" | "documented" | "v4",
  scenario: string,
): Promise<string> {
  const response = await fetch(`${servers.emulator}/__emulator/tasks`, {
    method: "POST",
    body: JSON.stringify({ scenario, contract, startAtStep: 3 }),
  });
  // The emulator's own answer.
  const { taskId } = (await response.json()) as { taskId: string };
  await page.goto(`${servers.product}/tasks/${taskId}`);
  await untilTakenOver(page);
  return taskId;
}

test("a task of v2 is stopped by the keyboard, its browser is kept, and then stopped, too", async ({
  page,
  task,
  expectAccessible,
}) => {
  await open(page, "current", "keep-alive");
  const stop = page.getByRole("button", { name: "Stop the task" });
  await stop.focus();
  await page.keyboard.press("Enter");
  const keepBrowser = page.getByRole("button", { name: "Stop task, keep browser" });
  await expect(keepBrowser).toBeFocused();
  await expectAccessible();
  await page.keyboard.press("Escape");
  await expect(stop).toBeFocused();
  await expect(task.status("Running")).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(task.status("Stopped")).toBeVisible();
  await page.getByRole("button", { name: "Stop the browser" }).click();
  await page.getByRole("button", { name: "Stop browser", exact: true }).click();
  await expect(page.getByRole("button", { name: "Stop the browser" })).toHaveCount(0);
  await expect(stop).toHaveCount(0);
});

test("a task is paused and resumed where its contract has that, and the timeline says so", async ({
  page,
  task,
  expectAccessible,
}) => {
  await open(page, "documented", "running");
  await page.getByRole("button", { name: "Pause the task" }).click();
  await page.getByRole("button", { name: "Pause task", exact: true }).click();
  await expect(task.status("Paused")).toBeVisible();
  await expect(page.getByText("Somebody here paused the run")).toBeVisible();
  await page.getByRole("button", { name: "Resume the task" }).click();
  await page.getByRole("button", { name: "Resume task", exact: true }).click();
  await expect(task.status("Running")).toBeVisible();
  await expect(page.getByText("Somebody here resumed the run")).toBeVisible();
  await expectAccessible();
});

test("whoever watches sees that another has taken control, and a share link tells nothing of it", async ({
  page,
  task,
  browser,
}) => {
  const taskId = await open(page, "current", "keep-alive");
  const other = await anotherBrowser(browser);
  await other.goto(`${servers.product}/tasks/${taskId}?view=live`);
  await untilTakenOver(other);
  await other.getByRole("button", { name: "Take control" }).click();
  const band = "Somebody here took control of the browser";
  await expect(other.getByText(band)).toBeVisible();
  await page.reload();
  await expect(page.getByText(band)).toBeVisible();
  await page.getByRole("button", { name: "Stop the task" }).click();
  await page.getByRole("button", { name: "Stop task, keep browser" }).click();
  await expect(task.status("Stopped")).toBeVisible();
  await expect(page.getByText("Somebody here stopped the run")).toBeVisible();
  const shared = await anotherBrowser(browser);
  await opened(shared, await share(page, []));
  await shared.getByRole("list", { name: "Steps" }).waitFor();
  await expect(shared.getByText(/Somebody here/)).toHaveCount(0);
});

test("a run of v4 gets a message, which waits, and is stopped with its browser", async ({
  page,
  task,
  expectAccessible,
}) => {
  const taskId = await open(page, "v4", "keep-alive");
  await page.getByRole("button", { name: "Follow-up messages" }).click();
  const dialog = page.getByRole("dialog", { name: "Follow-up messages" });
  await expect(dialog.getByText("No message waits.")).toBeVisible();
  const field = dialog.getByRole("textbox", { name: "New message" });
  await field.fill("Look for sandals, too");
  await dialog.getByRole("button", { name: "Send" }).click();
  const waiting = dialog.getByRole("list", { name: "Waiting messages" });
  await expect(waiting).toContainText("Look for sandals, too");
  await expect(dialog.getByRole("status")).toHaveText("Sent.");
  await expect(field).toHaveValue("");
  await expectAccessible();
  // Nobody knows of a call whose answer is lost whether it arrived.
  await fetch(`${servers.emulator}/__emulator/faults`, {
    method: "POST",
    body: JSON.stringify({
      path: "/queue",
      method: "POST",
      fault: { kind: "reset" },
      times: 1,
    }),
  });
  await field.fill("And for socks");
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(dialog.getByRole("alert")).toContainText("It may or may not have arrived");
  await expect(field).toHaveValue("And for socks");
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Stop the run" }).click();
  await page.getByRole("button", { name: "Stop run and browser" }).click();
  await expect(task.status("Stopped")).toBeVisible();
  await expect(page.getByRole("button", { name: "Stop the browser" })).toHaveCount(0);
  const requests = await fetch(`${servers.emulator}/__emulator/requests?path=/api/v4`);
  // The emulator's own answer.
  const made = (await requests.json()) as { method: string; path: string }[];
  const changes = made.filter(({ method }) => method !== "GET").map(({ path }) => path);
  expect(changes).toHaveLength(4);
  expect(changes[2]).toBe(`/api/v4/runs/${taskId}/cancel`);
});
