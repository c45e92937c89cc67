import type { Page } from "@playwright/test";
import { emulator } from "../emulator-client";
import { expect, test, untilTakenOver } from "../fixtures";
import { EMULATOR, PRODUCT } from "../settings";

test("the live view goes from waiting to ended", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "running", contract: "current" });
  await emulator.moveClock(taskId, { paused: true });
  await task.open(taskId);
  const live = page.getByRole("region", { name: "Live view" });
  await expect(live.getByRole("status")).toContainText("Waiting");
  await emulator.moveClock(taskId, { paused: false, advanceSeconds: 20 });
  await expect(live.getByRole("status")).toContainText("View only", { timeout: 15_000 });
  await expect(live.getByRole("img", { name: /^Screenshot of step \d+$/ })).toBeVisible();
  const frame = page.locator("iframe");
  await expect(frame).toHaveCount(0);
  await page.getByRole("button", { name: "Take control" }).click();
  await expect(frame).toHaveAttribute("title", "Live browser, under your control");
  await expect(live.getByRole("status")).toContainText("Under your control");
  await expect(frame).toHaveAttribute("referrerpolicy", "no-referrer");
  await expect(frame).toHaveAttribute("sandbox", "allow-scripts allow-same-origin");
  await emulator.moveClock(taskId, { advanceSeconds: 3600 });
  await expect(live.getByRole("status")).toContainText("Ended", { timeout: 15_000 });
  await expect(frame).toHaveCount(0);
  await expect(live.getByRole("img", { name: /^Screenshot of step \d+$/ })).toBeVisible();
  await expect(task.status("Finished")).toBeVisible();
});

test("input reaches the live browser only under control", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 4,
  });
  await task.open(taskId);
  const live = page.getByRole("region", { name: "Live view" });
  await expect(live.getByRole("status")).toContainText("View only", { timeout: 15_000 });
  await page.getByRole("button", { name: "Take control" }).click();
  const clicks = page.frameLocator("iframe").getByText(/clicks: \d+/);
  await expect(clicks).toHaveText(/clicks: 0/);
  const frame = page.locator("iframe");
  await expect(frame).toBeFocused();
  await frame.click();
  await expect(clicks).toHaveText(/clicks: 1/);
  const release = page.getByRole("button", { name: "Release control" });
  await release.click();
  await expect(frame).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Take control" })).toBeFocused();
});

test("the address of the live view is in no polled answer and in no page", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "documented",
    startAtStep: 4,
  });
  const bodies: string[] = [];
  page.on("response", (response) => {
    if (response.request().method() === "GET" && response.url().includes(taskId)) {
      void response.text().then(
        (text) => bodies.push(text),
        () => undefined,
      );
    }
  });
  await task.open(taskId);
  await page.getByRole("button", { name: "Take control" }).click();
  await expect(page.getByRole("region", { name: "Live view" }).getByRole("status")).toContainText(
    "Under your control",
  );
  await expect.poll(() => bodies.length).toBeGreaterThan(2);
  expect(bodies.filter((body) => body.includes(`${EMULATOR}/live/`))).toEqual([]);
});

test("a refused frame is not called live, and an address that never answers is said to be slow", async ({
  page,
  task,
  context,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 4,
  });
  await context.route(/\/live\//, (route) =>
    route.fulfill({ status: 502, body: "", headers: { "x-frame-options": "DENY" } }),
  );
  await task.open(taskId);
  const live = page.getByRole("region", { name: "Live view" });
  await page.getByRole("button", { name: "Take control" }).click();
  await expect(live.getByRole("status")).toContainText("If it stays empty, try again.");
  await expect(live).not.toContainText("This is the agent's browser");

  await context.unroute(/\/live\//);
  let asked = 0;
  await context.route(/\/live\//, () => {
    asked += 1;
  });
  await page.clock.install();
  await page.getByRole("button", { name: /^Try again/ }).click();
  await expect.poll(() => asked).toBe(1);
  await expect(live.getByRole("status")).toContainText("Connecting");
  await page.clock.runFor(16_000);
  await expect(live.getByRole("status")).toContainText("No answer yet");
  await page.getByRole("button", { name: "Open in a new tab" }).click();
  await expect(page.getByText("whoever has it can drive")).toBeVisible();
  expect(await page.content()).not.toContain(`href="${EMULATOR}/live/`);
});

for (const host of ["127.0.0.1", "localhost"]) {
  const address = (taskId: string) =>
    `${PRODUCT.replace("127.0.0.1", host)}/tasks/${taskId}?view=live`;

  test(`without control a page that grabs the focus gets no key, click or touch on ${host}`, async ({
    page,
  }) => {
    const { taskId } = await emulator.createTask({
      scenario: "hostile-live",
      contract: "current",
      startAtStep: 1,
    });
    const toLive: string[] = [];
    page.on("request", (request) => {
      if (new URL(request.url()).pathname.includes("/live")) toLive.push(request.url());
    });
    await page.goto(address(taskId));
    await untilTakenOver(page);
    await typesUndisturbed(page);
    await expect(page.locator("iframe")).toHaveCount(0);
    await page.getByRole("region", { name: "Live view" }).click();
    await typesUndisturbed(page);
    expect(toLive).toEqual([]);
    // The page behind grabs indeed, and what it took goes with the control.
    await page.getByRole("button", { name: "Take control" }).click();
    const trap = page.frameLocator("iframe").locator("#trap");
    await expect(trap).toBeFocused();
    await page.keyboard.type("abc");
    await expect(trap).toHaveValue("abc");
    await page.getByRole("button", { name: "Release control" }).click();
    await expect(page.locator("iframe")).toHaveCount(0);
    await typesUndisturbed(page);
  });
}

/** Every character that is typed arrives in our own field, and the page's shortcuts go on working. */
async function typesUndisturbed(page: Page): Promise<void> {
  const field = page.getByRole("searchbox", { name: "Find in steps" });
  const text = "the quick brown fox jumps over the lazy dog 0123456789";
  await page.keyboard.press("/");
  await expect(field).toBeFocused();
  await field.fill("");
  await page.keyboard.type(text, { delay: 15 });
  await expect(field).toHaveValue(text);
  await field.fill("");
  await field.press("Escape");
}
