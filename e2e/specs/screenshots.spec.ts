import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

test("an expired screenshot address is renewed unnoticed", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "documented" });
  await task.open(taskId);
  await expect(task.steps).toHaveCount(6);
  await emulator.assets(taskId, { expired: true });
  await task.step(5).click();
  const image = page.getByRole("img", { name: "Screenshot of step 5" });
  await expect(image).toBeVisible();
  await expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
    .toBeGreaterThan(300);
});

test("thumbnails are small pictures of the right kind", async ({ request }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  const small = await request.get(`/api/tasks/${taskId}/steps/2/screenshot?w=160`);
  const original = await request.get(`/api/tasks/${taskId}/steps/2/screenshot`);
  expect(small.headers()["content-type"]).toBe("image/webp");
  expect(original.headers()["content-type"]).toMatch(/^image\/(png|jpeg|webp)$/);
  const [smallBytes, originalBytes] = [await small.body(), await original.body()];
  expect(smallBytes.length).toBeLessThan(originalBytes.length / 5);
});

test("a missing screenshot is a placeholder with words, and the address of a step keeps working", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "missing-screenshots",
    contract: "documented",
  });
  await task.open(taskId, "?step=1");
  const steps = await task.steps.count();
  const words = page.getByText(/has no screenshot\.|could not be loaded\./);
  let missing = 0;
  for (let number = 1; number <= steps; number++) {
    await task.step(number).click();
    await expect(task.panel(number)).toBeVisible();
    const image = page.getByRole("img", { name: `Screenshot of step ${String(number)}` });
    await expect(words.or(image)).toBeVisible();
    if (await words.isVisible()) missing++;
  }
  expect(missing).toBeGreaterThan(0);
});

test("the key never travels to where screenshots lie", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId, "?step=1");
  await expect(page.getByRole("img", { name: "Screenshot of step 1" })).toBeVisible();
  const requests = await emulator.requests("/assets/");
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.filter((request) => request.hasKey)).toEqual([]);
});
