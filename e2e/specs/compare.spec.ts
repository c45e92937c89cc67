import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

const NOBODY = "00000000-0000-4000-8000-000000000000";

async function orderAndDetour() {
  const a = await emulator.createTask({ scenario: "judge-disagrees", contract: "documented" });
  const b = await emulator.createTask({ scenario: "detour", contract: "current" });
  return { a: a.taskId, b: b.taskId };
}

test("two runs of a task show where they part, in light and dark, and lead from difference to difference @mobile", async ({
  page,
  expectAccessible,
}) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const { a, b } = await orderAndDetour();
  await page.goto(`/compare?a=${a}&b=${b}`);
  await expect(page.getByText("Both runs were given the same prompt.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Run A" })).toContainText("Finished");
  await expect(page.getByText("The first 5 steps are the same")).toBeVisible();
  const left = page.getByRole("article", { name: "Step 6 of run A" });
  const right = page.getByRole("article", { name: "Step 6 of run B" });
  await expect(left).toContainText("Open the Tarn Mid");
  await expect(right).toContainText("Open the Fell Runner GT");
  await expect(left.getByRole("img")).toBeVisible();
  await expect(right.getByRole("img")).toBeVisible();
  await expect(right.getByRole("link", { name: /Open step 6/ })).toHaveAttribute(
    "href",
    `/tasks/${b}?step=6`,
  );
  await expect(page.getByRole("row", { name: /^Steps/ })).toContainText("+1, B more");
  await expect(page.getByRole("row", { name: /^Judge/ })).toBeVisible();
  await expectAccessible();
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(["color-contrast"]);

  const status = page.getByRole("status").filter({ hasText: /differen/i });
  await expect(status).toContainText("3 of them different, in 2 places");
  const next = page.getByRole("button", { name: "Next difference" });
  await next.click();
  await expect(status).toHaveText("Difference 1 of 2");
  await next.click();
  await expect(status).toHaveText("Difference 2 of 2");
  await expect(next).toBeDisabled();
  await page.getByRole("button", { name: "Previous difference" }).click();
  await expect(status).toHaveText("Difference 1 of 2");
});

test("a run that is behind is waited for, and the page follows it", async ({ page }) => {
  const a = await emulator.createTask({ scenario: "judge-disagrees", contract: "current" });
  const b = await emulator.createTask({
    scenario: "running",
    contract: "documented",
    startAtStep: 3,
  });
  await page.goto(`/compare?a=${a.taskId}&b=${b.taskId}`);
  await expect(page.getByText("No step differs so far")).toBeVisible();
  await expect(page.getByText("Not yet in B").first()).toBeVisible();
  await emulator.moveClock(b.taskId, { advanceSeconds: 600 });
  await expect(page.getByText("No step differs: each is on the same page")).toBeVisible({
    timeout: 20_000,
  });
});

test("runs of hundreds of steps draw only what is in sight, and jump far @mobile", async ({
  page,
}) => {
  const a = await emulator.createTask({ scenario: "steps-300", contract: "current" });
  const b = await emulator.createTask({
    scenario: "steps-1000",
    contract: "current",
    startAtStep: 400,
  });
  await page.goto(`/compare?a=${a.taskId}&b=${b.taskId}`);
  const rows = page.getByRole("list", { name: "Steps of both runs" }).getByRole("listitem");
  await page.getByRole("heading", { name: "Step by step" }).scrollIntoViewIfNeeded();
  await expect(rows.first()).toBeAttached();
  await rows.first().scrollIntoViewIfNeeded();
  await expect(rows.nth(2)).toBeVisible();
  expect(await page.locator("[data-step-row]").count()).toBeLessThanOrEqual(200);
  await page.getByRole("button", { name: "Next difference" }).click();
  await expect(page.getByText(/Step 301/).first()).toBeInViewport();
  expect(await page.locator("[data-step-row]").count()).toBeLessThanOrEqual(200);
});

test("without runs the page asks for them, and takes links and recent tasks @mobile", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { a, b } = await orderAndDetour();
  await task.open(a);
  await page.getByRole("link", { name: "Compare with another run" }).click();
  const fieldA = page.getByRole("textbox", { name: "Run A" });
  const fieldB = page.getByRole("textbox", { name: "Run B" });
  await expect(fieldB).toHaveValue("");
  await expect(fieldA).toHaveValue(a);
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Paste a task ID" })).toBeVisible();
  await fieldA.fill("");
  await page.getByRole("button", { name: /as run A$/ }).click();
  await expect(fieldA).toHaveValue(a);
  await fieldB.fill(`see http://sightglass.example/tasks/${b}?step=3`);
  await expectAccessible();
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(`/compare?a=${a}&b=${b}`);
  await expect(page.getByText("The first 5 steps are the same")).toBeVisible();
});

test("an ID that is none, and a task that is not there, are named", async ({ page }) => {
  const { taskId } = await emulator.createTask({ scenario: "stopped", contract: "current" });
  await page.goto(`/compare?a=${taskId}&b=nonsense`);
  await expect(page.getByRole("alert").filter({ hasText: "no task ID" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Run A" })).toHaveValue(taskId);
  await page.goto(`/compare?a=${NOBODY}&b=${taskId}`);
  await expect(page.getByText("Run A cannot be shown: Task not found.")).toBeVisible();
});
