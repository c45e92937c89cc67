import { expect, test } from "@playwright/test";
import { emulator } from "../emulator-client";
import { untilTakenOver } from "../fixtures";

test("an old tab, whose build is gone from the server, loads itself anew once and keeps its place", async ({
  page,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  const step = page.getByRole("article", { name: "Step 3", exact: true });
  await page.goto(`/tasks/${taskId}?step=3`);
  await expect(step).toBeVisible();
  await untilTakenOver(page);
  // From here on the server has another build, until the page asks for itself.
  let isOld = true;
  let loads = 0;
  await page.route(/\/_next\/static\/.*\.js$/, (route) =>
    isOld ? route.fulfill({ status: 404 }) : route.continue(),
  );
  await page.route(/\/tasks\/[\w-]+\?step=3$/, (route) => {
    isOld = false;
    loads += 1;
    return route.continue();
  });
  await page.keyboard.press("?");
  await expect.poll(() => loads).toBe(1);
  await expect(step).toBeVisible();
  await untilTakenOver(page);
  expect(loads).toBe(1);
});
