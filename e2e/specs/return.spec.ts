import { emulator } from "../emulator-client";
import { expect, test, untilTakenOver } from "../fixtures";

for (const way of ["by a link", "by the back button"] as const) {
  test(`B1 whoever comes back ${way} after the end sees the end`, async ({ page, task }) => {
    const { taskId } = await emulator.createTask({
      scenario: "running",
      contract: "current",
      startAtStep: 4,
    });
    await page.goto("/");
    await task.open(taskId);
    await expect(task.status("Running")).toBeVisible();
    await page.getByRole("link", { name: /Sightglass/ }).click();
    await expect(page.getByRole("textbox", { name: "Task ID" })).toBeVisible();
    await untilTakenOver(page);
    await emulator.moveClock(taskId, { advanceSeconds: 3600 });
    if (way === "by a link") {
      await page.getByRole("tab", { name: "Opened here" }).click();
      await page.locator(`a[href="/tasks/${taskId}"]`).first().click();
    } else await page.goBack();
    await expect(page).toHaveURL(new RegExp(`/tasks/${taskId}`));
    await expect(task.status("Finished")).toBeVisible();
  });
}
