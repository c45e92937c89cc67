import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

test("the real notifications of the browser are asked for on a click alone", async ({
  page,
  task,
  context,
}) => {
  await context.grantPermissions(["notifications"]);
  const theSwitch = page.getByRole("button", { name: "Notify me when it ends" });
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 2,
  });
  await task.open(taskId);
  await expect(theSwitch).toHaveAttribute("aria-pressed", "false");
  await theSwitch.click();
  await expect(theSwitch).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(theSwitch).toHaveAttribute("aria-pressed", "true");
  await theSwitch.click();
  await expect(theSwitch).toHaveAttribute("aria-pressed", "false");
});
