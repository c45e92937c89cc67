import { emulator } from "../emulator-client";
import { expect, test, untilTakenOver } from "../fixtures";
import { anotherBrowser, opened, share } from "../share-pages";

const PROMPT = /find waterproof walking boots/;

/** Samples that the emulator begins with. */
const SAMPLE_RUN = "7a6bc26f-0915-5586-ae5c-cfbf2a43b6c4";
const SAMPLE_TASK = "edde74cd-923b-5f89-aff2-33ca19866209";

const run = (scenario: string, more: object = {}) =>
  emulator.createTask({ scenario, contract: "v4", ...more });

test("a run of v4 is watched live from a pasted ID to its end @mobile", async ({
  page,
  task,
  expectAccessible,
}, testInfo) => {
  const { taskId } = await run("running", { startAtStep: 3 });
  await page.goto("/");
  await untilTakenOver(page);
  const field = page.getByRole("textbox", { name: "Task ID" });
  await field.fill(`https://cloud.browser-use.com/runs/${taskId}`);
  await field.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/tasks/${taskId}`));
  await expect(task.status("Running")).toBeVisible();
  await expect(page.getByRole("heading", { name: PROMPT })).toBeVisible();
  await expect(task.step(2)).toContainText("Search the shop for walking boots.");
  if (testInfo.project.name === "desktop") {
    await expect(page.getByRole("button", { name: "Take control" })).toBeVisible();
  }
  await expectAccessible();
  await emulator.moveClock(taskId, { advanceSeconds: 3600 });
  await expect(task.status("Finished")).toBeVisible({ timeout: 15_000 });
  // Nobody claims anything: v4 has no word of the agent's for it.
  await expect(page.getByText("Agent says", { exact: false })).toHaveCount(0);
  await task.openTab("Output");
  await expect(page.getByRole("region", { name: "Usage" })).toContainText(/tokens in/);
});

test("a link to a step of a run opens it, with the picture that came inside its event", async ({
  page,
  task,
}) => {
  const { taskId } = await run("success-6");
  await task.open(taskId, "?step=2");
  const panel = task.panel(2);
  await expect(panel).toContainText("Search the shop for walking boots.");
  await expect(panel.getByText("Reasoning", { exact: true })).toBeVisible();
  const picture = panel.getByRole("img", { name: "Screenshot of step 2" });
  await expect(picture).toBeVisible();
  await expect
    .poll(() =>
      picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth),
    )
    .toBeGreaterThan(100);
  expect(await page.content()).not.toMatch(/data:image\/png;base64|v4-picture/);
});

test("a run without pictures leads with words and tools, and keeps no room for pictures @mobile", async ({
  page,
  task,
  expectAccessible,
}) => {
  const { taskId } = await run("success-6", { pictures: false });
  await task.open(taskId, "?step=2");
  await expect(task.panel(2)).toContainText("Type into field 4");
  await expect(page.getByText(/screenshot/i)).toHaveCount(0);
  await expect(task.filmstrip).toHaveCount(0);
  await expect(task.panel(2).getByText("No address")).toHaveCount(0);
  await expect(task.timeline.getByText("No address")).toHaveCount(0);
  await expectAccessible();
});

test("a run that failed says why, and where to look first", async ({ page, task }) => {
  const { taskId } = await run("failed-evaluations");
  await task.open(taskId);
  await expect(task.status("Failed")).toBeVisible();
  await expect(page.getByRole("region", { name: "Error" })).toContainText("I could not sign in");
  await expect(page.getByText("Where to look first")).toBeVisible();
});

test("a share link shows a run without its answer, its costs and its browser", async ({
  page,
  task,
  browser,
}) => {
  const { taskId } = await run("success-6");
  await task.open(taskId, "?step=3");
  const link = await share(page);
  const viewer = await anotherBrowser(browser);
  await opened(viewer, link);
  await expect(viewer.getByText("Status: Finished", { exact: true })).toBeVisible();
  await expect(viewer.getByRole("article", { name: "Step 3", exact: true })).toBeVisible();
  const shareId = /\/share\/([\w-]{22})/.exec(viewer.url())?.[1] ?? "";
  const answer = await viewer.request.get(`/api/share/${shareId}`);
  const told = await answer.text();
  expect(told).not.toContain("Only the Tarn Mid");
  expect(told).not.toMatch(/"run"|"usage"|inputTokens|browserCost|live_view|wss=/);
});

test("runs and tasks stand on one board, in one comparison and in one list", async ({ page }) => {
  const { taskId: first } = await run("success-6");
  const { taskId: second } = await emulator.createTask({
    scenario: "success-6",
    contract: "current",
  });
  await page.goto(`/board?ids=${first},${second}`);
  const tiles = page.getByRole("list", { name: "Tasks" }).getByRole("article");
  await expect(tiles.nth(0)).toContainText("Finished");
  await expect(tiles.nth(1)).toContainText("Finished");
  await page.goto(`/compare?a=${first}&b=${second}`);
  await expect(page.getByText("Both runs were given the same prompt.")).toBeVisible();
  const list = await page.request.get("/api/tasks?pageSize=100");
  const { items } = (await list.json()) as { items: { id: string }[] };
  expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([SAMPLE_RUN, SAMPLE_TASK]));
});

test("the ID of a session of runs leads to them", async ({ page }) => {
  // Two runs of the samples stand in one session.
  const { sessionId } = (await emulator.run(SAMPLE_RUN)) as { sessionId: string };
  await page.goto(`/tasks/${sessionId}`);
  const links = page.getByRole("main").getByRole("link");
  await expect(links.and(page.locator(`[href="/tasks/${SAMPLE_RUN}"]`))).toBeVisible();
  await expect(links.and(page.locator('[href^="/tasks/"]'))).toHaveCount(2);
});

test("a run of thousands of events costs one status read and one read of what is new", async ({
  page,
  task,
}) => {
  const { taskId } = await run("steps-1000", { startAtStep: 600 });
  await task.open(taskId);
  await expect(task.steps.first()).toBeVisible();
  const before = await emulator.requests(`/api/v4/runs/${taskId}`);
  expect(before.filter(({ path }) => path.includes("/events")).length).toBeGreaterThan(3);
  await expect(page.getByText(/^Updated/)).toBeVisible();
  const seen = before.length;
  await expect
    .poll(async () => (await emulator.requests(`/api/v4/runs/${taskId}`)).length)
    .toBeGreaterThan(seen + 6);
  const after = (await emulator.requests(`/api/v4/runs/${taskId}`)).slice(seen);
  expect(after.filter(({ path }) => /after=0\b/.test(path))).toEqual([]);
  const reads = (word: string) => after.filter(({ path }) => path.includes(word)).length;
  expect(Math.abs(reads("/events") - reads("/status"))).toBeLessThanOrEqual(2);
});
