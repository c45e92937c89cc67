import { CONTRACTS, emulator } from "../emulator-client";
import { expect, test } from "../fixtures";
import { EMULATOR } from "../settings";

for (const contract of CONTRACTS) {
  test(`the live view goes from waiting to ended in the ${contract} contract`, async ({
    page,
    task,
  }) => {
    const { taskId } = await emulator.createTask({ scenario: "running", contract });
    await emulator.moveClock(taskId, { paused: true });
    await task.open(taskId);
    const live = page.getByRole("region", { name: "Live view" });
    await expect(live.getByRole("status")).toContainText("Waiting");
    await emulator.moveClock(taskId, { paused: false, advanceSeconds: 20 });
    await expect(live.getByRole("status")).toContainText("Live", { timeout: 15_000 });
    const frame = page.locator("iframe");
    await expect(frame).toHaveAttribute("title", "Live browser, view only");
    await expect(frame).toHaveAttribute("referrerpolicy", "no-referrer");
    await expect(frame).toHaveAttribute("sandbox", "allow-scripts allow-same-origin");
    await emulator.moveClock(taskId, { advanceSeconds: 3600 });
    await expect(live.getByRole("status")).toContainText("Ended", { timeout: 15_000 });
    await expect(frame).toHaveCount(0);
    await expect(live.getByRole("img", { name: /^Screenshot of step \d+$/ })).toBeVisible();
    await expect(task.status("Finished")).toBeVisible();
  });
}

test("input reaches the live browser only under control", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 4,
  });
  await task.open(taskId);
  const live = page.getByRole("region", { name: "Live view" });
  await expect(live.getByRole("status")).toContainText("Live", { timeout: 15_000 });
  const clicks = page.frameLocator("iframe").getByText(/clicks: \d+/);
  await expect(clicks).toHaveText(/clicks: 0/);
  const box = await page.locator("iframe").boundingBox();
  if (box === null) throw new Error("The live view has no size");
  const click = () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await click();
  await expect(clicks).toHaveText(/clicks: 0/);
  const control = page.getByRole("button", { name: "Take control" });
  await control.click();
  await click();
  await expect(clicks).toHaveText(/clicks: 1/);
  await page.getByRole("button", { name: "Release control" }).click();
  await click();
  await expect(clicks).toHaveText(/clicks: 1/);
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
  await expect(page.getByRole("region", { name: "Live view" }).getByRole("status")).toContainText(
    "Live",
  );
  await page.waitForTimeout(2500);
  expect(bodies.length).toBeGreaterThan(1);
  expect(bodies.filter((body) => body.includes(`${EMULATOR}/live/`))).toEqual([]);
});

test("a live address of another host is not framed", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "documented",
    startAtStep: 4,
  });
  await emulator.patchTask(taskId, {
    session: { liveUrl: "https://live.browser-use.com.evil.example/x" },
  });
  await task.open(taskId);
  await expect(task.status("Running")).toBeVisible();
  await page.waitForTimeout(1500);
  await expect(page.locator("iframe")).toHaveCount(0);
});

test("a live view can be loaded again", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 4,
  });
  await task.open(taskId);
  const live = page.getByRole("region", { name: "Live view" });
  await expect(live.getByRole("status")).toContainText("Live", { timeout: 15_000 });
  const again = page.waitForRequest((request) =>
    request.url().endsWith(`/api/tasks/${taskId}/live`),
  );
  await page.getByRole("button", { name: "Reload the live view" }).click();
  await again;
  await expect(live.getByRole("status")).toContainText("Live");
});
