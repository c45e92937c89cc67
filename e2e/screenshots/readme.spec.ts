import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";
import { openStill } from "./still-page";

type Picture = {
  scenario: string;
  query?: string;
  startAtStep?: number;
  colorScheme?: "light" | "dark";
};

const TASK_PAGES: Readonly<Record<string, Picture>> = {
  "task-running": { scenario: "running", startAtStep: 7 },
  "step-failed": { scenario: "failed-evaluations", query: "?step=3", colorScheme: "dark" },
  suspects: { scenario: "failed-evaluations" },
  "judge-disagrees": { scenario: "judge-disagrees" },
  "steps-300": { scenario: "steps-300", query: "?step=150" },
};
const NAMES = [...Object.keys(TASK_PAGES), "compare", "board", "runs"];

for (const [name, { scenario, query = "", startAtStep, colorScheme = "light" }] of Object.entries(
  TASK_PAGES,
)) {
  test(`picture ${name}`, async ({ page, task }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { id, now } = await stillTask(page, scenario, { startAtStep });
    const isOver = startAtStep === undefined;
    if (isOver) await compareAll(page, id);
    await openStill(page, `/tasks/${id}${query}`, now);
    await expect(task.slider).toBeVisible();
    if (isOver) await expect(task.filmstrip.locator("[data-part='change']").first()).toBeVisible();
    await expectAsInReadme(page, name);
  });
}

test("picture compare", async ({ page }) => {
  const a = await stillTask(page, "running", { advanceSeconds: 3600 });
  const b = await stillTask(page, "detour", { advanceSeconds: 3600 });
  await openStill(page, `/compare?a=${a.id}&b=${b.id}`, a.now);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAsInReadme(page, "compare");
});

test("picture board", async ({ page }) => {
  const running = await stillTask(page, "running", { startAtStep: 7 });
  const ids = [running.id];
  for (const scenario of ["success-6", "failed-evaluations", "judge-disagrees", "stopped"]) {
    ids.push((await stillTask(page, scenario)).id);
  }
  await openStill(page, `/board?ids=${ids.join(",")}`, running.now);
  await expectAsInReadme(page, "board");
});

test("picture runs", async ({ page }) => {
  const waiting = await stillTask(page, "waiting", { startAtStep: 3 });
  const { sessionId } = waiting;
  for (const scenario of ["success-6", "failed-evaluations", "judge-disagrees", "stopped"]) {
    await stillTask(page, scenario, { sessionId });
  }
  // Without the time of its answer the page keeps to the clock that stands still.
  await page.route(/\/api\/tasks\?/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ body: await answer.body(), contentType: "application/json" });
  });
  await openStill(page, `/?session=${sessionId}&sort=need`, waiting.now);
  await expect(page.getByRole("list", { name: "Runs" }).getByRole("listitem")).toHaveCount(5);
  await expectAsInReadme(page, "runs");
});

test("no picture is left that the README does not show", () => {
  expect(readdirSync("docs/screenshots").sort()).toEqual(NAMES.map((name) => `${name}.png`).sort());
});

/** When a page is looked at: after the end of its task, or its start where it goes on. Milliseconds. */
const AFTER_END_MS = 90_500;
/** Less than seven steps take, so that the page is not older than what it shows. */
const AFTER_START_MS = 60_500;

type Standing = {
  startAtStep?: number | undefined;
  advanceSeconds?: number;
  /** Another task's, to stand in the same session. */
  sessionId?: string;
};

/** Makes a task that stands still, with the moment `now` at which it is to be looked at. */
async function stillTask(page: Page, scenario: string, standing: Standing = {}) {
  const { startAtStep, advanceSeconds = 0, sessionId: within } = standing;
  const { taskId: id, sessionId } = await emulator.createTask({
    scenario,
    contract: "current",
    ...(startAtStep === undefined ? {} : { startAtStep }),
    ...(within === undefined ? {} : { sessionId: within }),
  });
  await emulator.moveClock(id, { advanceSeconds, paused: true });
  const answer = await page.request.get(`/api/tasks/${id}`);
  // Our HTTP API is documented.
  const { task } = (await answer.json()) as {
    task: { startedAt: string; finishedAt: string | null };
  };
  const now =
    task.finishedAt === null
      ? Date.parse(task.startedAt) + AFTER_START_MS
      : Date.parse(task.finishedAt) + AFTER_END_MS;
  return { id, sessionId, now };
}

/** Lets the server compare all screenshots of a run, so that its page has all of it at once. */
async function compareAll(page: Page, id: string): Promise<void> {
  const isComplete = async () => {
    const answer = await page.request.get(`/api/tasks/${id}/changes`);
    // Our HTTP API is documented.
    return ((await answer.json()) as { isComplete: boolean }).isComplete;
  };
  await expect.poll(isComplete, { timeout: 60_000 }).toBe(true);
}

/** Compares the page with its picture. Dates and IDs are of one run of the emulator: in a picture all are the same. */
async function expectAsInReadme(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    for (const time of document.querySelectorAll("time")) time.textContent = "Mar 1, 12:00 PM";
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { currentNode: text } = texts;
      if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text.nodeValue ?? "")) {
        text.nodeValue = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
      }
      if (/^[\da-f]{8}$/.test(text.nodeValue ?? "")) text.nodeValue = "3c90c3cc";
    }
  });
  await expect(page).toHaveScreenshot(`${name}.png`);
}
