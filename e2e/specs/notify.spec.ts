import type { Page } from "@playwright/test";
import { emulator } from "../emulator-client";
import { expect, setVisibility, test } from "../fixtures";
import { takeClock } from "../page-clock";

type ToldNotification = { title: string; body: string };

/** A browser that notes its notifications instead of showing them, and answers a question as told. */
async function stubNotifications(page: Page, answer: NotificationPermission) {
  await page.addInitScript((given) => {
    const told: { title: string; body: string }[] = [];
    let asked = 0;
    let permission: NotificationPermission = "default";
    class Stub extends EventTarget {
      onclick = null;
      constructor(title: string, options?: NotificationOptions) {
        super();
        told.push({ title, body: options?.body ?? "" });
      }
      static get permission() {
        return permission;
      }
      static requestPermission() {
        asked++;
        permission = given;
        return Promise.resolve(given);
      }
      close() {
        // Nothing is shown.
      }
    }
    Object.assign(window, { told: () => told, asked: () => asked });
    Object.defineProperty(window, "Notification", { configurable: true, value: Stub });
  }, answer);
}

// The two functions are those of the stub.
const told = (page: Page) =>
  page.evaluate(() => (window as unknown as { told: () => ToldNotification[] }).told());
const asked = (page: Page) =>
  page.evaluate(() => (window as unknown as { asked: () => number }).asked());

const theSwitch = (page: Page) => page.getByRole("button", { name: "Notify me when it ends" });

test("a hidden tab with notifications on goes on asking, slowly, and tells the end", async ({
  page,
  task,
  expectAccessible,
}) => {
  await stubNotifications(page, "granted");
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 3,
  });
  await takeClock(page);
  await task.open(taskId);
  await expect(task.status("Running")).toBeVisible();
  expect(await asked(page)).toBe(0);
  await theSwitch(page).click();
  await expect(theSwitch(page)).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("status", { name: "Notifications" })).toContainText(
    "You will be told",
  );
  await expectAccessible();
  expect(await asked(page)).toBe(1);

  await setVisibility(page, "hidden");
  let polls = 0;
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === `/api/tasks/${taskId}`) polls++;
  });
  await emulator.moveClock(taskId, { advanceSeconds: 600 });
  await expect(async () => {
    await page.clock.runFor(5000);
    expect(await told(page)).toHaveLength(1);
  }).toPass();
  expect(polls).toBeLessThanOrEqual(3);
  const [notice] = await told(page);
  expect(notice?.title).toBe("Task finished");
  expect(notice?.body).toMatch(/^16 steps · On fernweg\.example, find waterproof walking boots/);
  await expect(page).toHaveTitle(/^✓ 16 · /);
  await expect(theSwitch(page)).toHaveCount(0);
});

test("a task that pauses is told", async ({ page, task }) => {
  await stubNotifications(page, "granted");
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "documented",
    startAtStep: 3,
  });
  await task.open(taskId);
  await theSwitch(page).click();
  await expect(theSwitch(page)).toHaveAttribute("aria-pressed", "true");
  await emulator.patchTask(taskId, { status: "paused" });
  await expect.poll(() => told(page), { timeout: 10_000 }).toHaveLength(1);
  expect((await told(page))[0]?.title).toBe("Task paused");
  await expect(page.getByText(/^Paused for \d+ s/)).toBeVisible();
});

test("a browser that refuses says so in words, and nothing is promised @mobile", async ({
  page,
  task,
  expectAccessible,
}) => {
  await stubNotifications(page, "denied");
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 2,
  });
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "userAgent", { get: () => "Desktop" });
  });
  await task.open(taskId);
  await theSwitch(page).click();
  await expect(page.getByRole("status", { name: "Notifications" })).toContainText(
    "does not let this site notify you",
  );
  await expect(theSwitch(page)).toHaveAttribute("aria-pressed", "false");
  await expectAccessible();
});
