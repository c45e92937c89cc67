import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

const PAGES = [
  ["running", ""],
  ["running", "?step=2"],
  ["success-6", ""],
  ["success-6", "?step=3"],
  ["success-6", "?view=files"],
  ["failed-evaluations", "?step=1"],
  ["judge-disagrees", ""],
  ["json-output", ""],
  ["stack-trace", ""],
  ["many-actions", "?step=2"],
  ["odd-urls", "?step=2"],
  ["arabic", "?step=1"],
  ["missing-screenshots", "?step=1"],
  ["steps-300", ""],
] as const;

for (const [scenario, query] of PAGES) {
  test(`axe finds nothing on ${scenario}${query}, light and dark @mobile`, async ({
    page,
    task,
    expectAccessible,
  }) => {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    const startAtStep = scenario === "running" ? { startAtStep: 4 } : {};
    const { taskId } = await emulator.createTask({ scenario, contract: "current", ...startAtStep });
    await task.open(taskId, query);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("load");
    await expectAccessible();
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(["color-contrast"]);
  });
}

test("the page has its landmarks, one main heading, and a way past the header", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId);
  await expect(page.getByRole("banner")).toBeVisible();
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
});
