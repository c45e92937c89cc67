import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";
import { EMULATOR, PRODUCT } from "../settings";
import { watchPage } from "../watch-page";

test("D25 a hostile live view cannot leave its frame, open, save, ask or see anything", async ({
  page,
  task,
}) => {
  const watch = watchPage(page);
  const { taskId } = await emulator.createTask({
    scenario: "hostile-live",
    contract: "current",
    startAtStep: 1,
  });
  await task.open(taskId);
  await page.getByRole("button", { name: "Take control" }).click();
  const log = page.frameLocator("iframe").locator("#log");
  await expect(log).toContainText("done: yes", { timeout: 20_000 });
  const lines = (await log.innerText()).split("\n");
  for (const name of ["parent document", "camera", "location", "clipboard", "full screen"])
    expect(lines, name).toContain(`${name}: refused`);
  for (const name of ["top navigation", "popup", "alert", "confirm", "prompt", "download", "form"])
    expect(
      lines.filter((line) => line.startsWith(name)),
      name,
    ).not.toContain(`${name}: worked`);
  expect(page.url()).toContain(`${PRODUCT}/tasks/${taskId}`);
  await watch.expectCalm();
});

test("D24 a live address that is no live view of ours is not framed", async ({ page, task }) => {
  for (const liveUrl of [
    "javascript:window.pwned=1",
    "https://evil.example/",
    `${PRODUCT}/`,
    "https://live.browser-use.com.evil.example/",
    "https://live.browser-use.com@evil.example/",
  ]) {
    const watch = watchPage(page);
    const { taskId } = await emulator.createTask({
      scenario: "running",
      contract: "documented",
      startAtStep: 4,
    });
    await emulator.patchTask(taskId, { session: { liveUrl } });
    await task.open(taskId);
    const live = page.getByRole("region", { name: "Live view" });
    const control = page.getByRole("button", { name: "Take control" });
    await expect(live.getByRole("status").or(control).first()).toBeVisible();
    if (await control.isVisible()) await control.click();
    await expect(live.getByRole("status")).toContainText(/Waiting|Not available/);
    await expect(page.locator("iframe")).toHaveCount(0);
    await watch.expectCalm();
  }
});

test("D26 the live address is gone when its panel closes and when the task ends", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 4,
  });
  const traces = () =>
    page.evaluate((address) => {
      const entries = performance.getEntries().map(({ name }) => name);
      const stored = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), location.href];
      const all = [...entries, ...stored, document.documentElement.outerHTML];
      return all.filter((text) => text.includes(address)).map((text) => text.slice(0, 200));
    }, `${EMULATOR}/live/`);
  await task.open(taskId);
  const live = page.getByRole("region", { name: "Live view" });
  await page.getByRole("button", { name: "Take control" }).click();
  await expect(live.getByRole("status")).toContainText("Under your control");
  expect(await traces()).not.toEqual([]);
  await task.openTab("Output");
  await expect(page.locator("iframe")).toHaveCount(0);
  expect(await traces()).toEqual([]);
  await task.openTab("Live");
  await page.getByRole("button", { name: "Take control" }).click();
  await expect(live.getByRole("status")).toContainText("Under your control");
  await page.getByRole("button", { name: "Release control" }).click();
  await expect(page.locator("iframe")).toHaveCount(0);
  expect(await traces()).toEqual([]);
  await page.getByRole("button", { name: "Take control" }).click();
  await expect(live.getByRole("status")).toContainText("Under your control");
  await emulator.moveClock(taskId, { advanceSeconds: 3600 });
  await expect(live.getByRole("status")).toContainText("Ended", { timeout: 15_000 });
  expect(await traces()).toEqual([]);
});
