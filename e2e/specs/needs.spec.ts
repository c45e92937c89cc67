import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

const NEED = { name: "Whether it needs a person" };

test("a run that waits for somebody says so, leads to its live view, and presses nothing @mobile", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "waiting", contract: "current" });
  await task.open(taskId, "?step=2");
  const need = page.getByRole("region", NEED);
  await expect(need).toContainText("Waits for a code");
  await expect(need).toContainText("a guess");
  await expect(page).toHaveTitle(/^✋ 3 · /);
  const box = await need.boundingBox();
  expect(box?.height).toBeLessThanOrEqual(40);
  await expectAccessible();

  await need.getByRole("button", { name: "Take control" }).click();
  const take = page.getByRole("region", { name: "Live view" }).getByRole("button", {
    name: "Take control",
  });
  await expect(take).toBeFocused();
  await expect(take).toHaveAttribute("aria-pressed", "false");
  await expect(page.locator("iframe")).toHaveCount(0);
});

test("what one has seen is quiet for everybody, and can be taken back", async ({
  page,
  task,
  context,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "waiting", contract: "current" });
  await task.open(taskId);
  const need = page.getByRole("region", NEED);
  await need.getByRole("button", { name: "Mark as seen" }).click();
  await expect(need.getByRole("button", { name: "Seen", exact: true })).toBeVisible();
  await expect(page).not.toHaveTitle(/^✋/);

  const other = await context.newPage();
  await other.goto(`/tasks/${taskId}`);
  const theirs = other.getByRole("region", NEED);
  await expect(theirs).toContainText("Waits for a code");
  await theirs.getByRole("button", { name: "Seen", exact: true }).click();
  await expect(theirs.getByRole("button", { name: "Mark as seen" })).toBeVisible();
  await expect(other).toHaveTitle(/^✋ 3 · /);
});

test("a failed run leads to the step that it ended at, and a good one needs nobody", async ({
  page,
  task,
}) => {
  const failed = await emulator.createTask({
    scenario: "failed-evaluations",
    contract: "current",
  });
  await task.open(failed.taskId);
  const need = page.getByRole("region", NEED);
  await expect(need).toContainText("Ended at a login");
  await need.getByRole("button", { name: "Open step 6" }).click();
  await expect(task.panel(6)).toBeVisible();

  const good = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(good.taskId);
  await expect(task.status("Finished")).toBeVisible();
  await expect(page.getByRole("region", NEED)).toHaveCount(0);
});

test("the need is in the page as the server sends it, and in none that a link opened", async ({
  request,
  page,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "waiting", contract: "documented" });
  expect(await (await request.get(`/tasks/${taskId}`)).text()).toContain("Waits for a code");
  const made = await request.post(`/api/tasks/${taskId}/share-links`, {
    data: { scopes: ["steps"], lifetime: "1h" },
  });
  await page.goto(((await made.json()) as { path: string }).path);
  await expect(page.getByRole("list", { name: "Steps" })).toBeVisible();
  await expect(page.getByRole("region", NEED)).toHaveCount(0);
  await expect(page).not.toHaveTitle(/^✋/);
});
