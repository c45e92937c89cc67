import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

type Picture = {
  name: string;
  scenario: string;
  query?: string;
  startAtStep?: number;
  colorScheme?: "light" | "dark";
  isNarrow?: boolean;
};

const DESKTOP = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

const PICTURES: readonly Picture[] = [
  { name: "task-running", scenario: "running", startAtStep: 7 },
  { name: "task-running-dark", scenario: "running", startAtStep: 7, colorScheme: "dark" },
  { name: "step-failed", scenario: "failed-evaluations", query: "?step=3", colorScheme: "dark" },
  { name: "suspects", scenario: "failed-evaluations" },
  { name: "judge-disagrees", scenario: "judge-disagrees" },
  { name: "steps-300", scenario: "steps-300", query: "?step=150" },
  { name: "task-mobile", scenario: "success-6", isNarrow: true },
  {
    name: "step-mobile-dark",
    scenario: "success-6",
    query: "?step=4",
    colorScheme: "dark",
    isNarrow: true,
  },
];

for (const {
  name,
  scenario,
  query = "",
  startAtStep,
  colorScheme = "light",
  isNarrow,
} of PICTURES) {
  test(`picture ${name}`, async ({ page, task }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize(isNarrow === true ? NARROW : DESKTOP);
    const { taskId } = await emulator.createTask({
      scenario,
      contract: "current",
      ...(startAtStep === undefined ? {} : { startAtStep }),
    });
    await task.open(taskId, query);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const live = page.getByRole("region", { name: "Live view" });
    if (startAtStep !== undefined) await expect(live.getByRole("img")).toBeVisible();
    await page.waitForTimeout(2500);
    await page.screenshot({ path: `docs/screenshots/${name}.png` });
  });
}

test("picture home", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await page.goto("/");
  await page.screenshot({ path: "docs/screenshots/home.png" });
});

test("picture compare", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  const [a, b] = await Promise.all(
    ["running", "detour"].map((scenario) =>
      emulator.createTask({ scenario, contract: "current", startAtStep: 16 }),
    ),
  );
  for (const task of [a, b]) await emulator.moveClock(task?.taskId ?? "", { advanceSeconds: 600 });
  await page.goto(`/compare?a=${a?.taskId ?? ""}&b=${b?.taskId ?? ""}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForTimeout(2500);
  await page.screenshot({ path: "docs/screenshots/compare.png" });
});

test("picture board", async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  const scenarios = ["running", "success-6", "failed-evaluations", "judge-disagrees", "detour"];
  const tasks = await Promise.all(
    scenarios.map((scenario, at) =>
      emulator.createTask({ scenario, contract: "current", startAtStep: 3 + at }),
    ),
  );
  await page.goto(`/board?ids=${tasks.map(({ taskId }) => taskId).join(",")}`);
  await page.waitForTimeout(3500);
  await page.screenshot({ path: "docs/screenshots/board.png" });
});
