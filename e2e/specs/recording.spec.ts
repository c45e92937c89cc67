import { readFile } from "node:fs/promises";
import type { Locator } from "@playwright/test";
import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";
import { anotherBrowser, opened, share } from "../share-pages";

/** What an upstream address looks like; none may stand in a page. */
const THEIR_ADDRESS = /X-Amz-|\/assets\//;

const timeOf = (video: Locator) =>
  video.evaluate((element) => (element instanceof HTMLVideoElement ? element.currentTime : -1));

/** What went wrong with a video; `null` for nothing. */
const errorOf = (video: Locator) =>
  video.evaluate((element) =>
    element instanceof HTMLVideoElement ? (element.error?.message ?? null) : "no video",
  );

for (const contract of ["current", "v4"] as const) {
  test(`the recording of a ${contract} run plays from our own origin, and not before it is asked for @mobile`, async ({
    page,
    task,
    expectAccessible,
  }) => {
    const { taskId } = await emulator.createTask({ scenario: "success-6", contract });
    const asked: string[] = [];
    page.on("request", (request) => {
      if (/\/(?:session|recording)\b/.test(request.url())) asked.push(request.url());
    });
    await task.open(taskId, "?step=2");
    await expect(task.panel(2)).toBeVisible();
    expect(asked).toEqual([]);
    await task.openTab("Files");
    const video = page.getByLabel("Recording", { exact: true }).locator("video");
    await expect(video).toBeVisible();
    await expectAccessible();
    expect(asked.map((url) => new URL(url).pathname)).toEqual([`/api/tasks/${taskId}/session`]);
    const film = page.waitForResponse((response) => response.url().includes("/recording"));
    await video.focus();
    await page.keyboard.press("Space");
    expect((await film).status()).toBe(206);
    await expect.poll(() => timeOf(video)).toBeGreaterThan(0.5);
    expect(await errorOf(video)).toBeNull();
    expect(await page.content()).not.toMatch(THEIR_ADDRESS);
  });
}

test("the keys of the player are the player's while it has the focus", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId, "?step=2&view=files");
  const video = page.locator("video");
  await video.focus();
  for (const key of ["ArrowRight", "End", "j", "Space"]) await page.keyboard.press(key);
  await expect.poll(() => timeOf(video)).toBeGreaterThan(0);
  await expect(page).toHaveURL(/[?&]step=2\b/);
  await expect(page).toHaveURL(/view=files/);
});

test("a recording arrives whole under a name of ours, and in parts", async ({ page, task }) => {
  const { taskId, sessionId } = await emulator.createTask({
    scenario: "success-6",
    contract: "current",
  });
  const session = await emulator.upstream(`/sessions/${sessionId}`);
  // The shape is the wire contract's own.
  const { recordingUrl } = session as { recordingUrl: string };
  const bytes = Buffer.from(await (await fetch(recordingUrl)).arrayBuffer());
  await task.open(taskId, "?view=files");
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download recording" }).click();
  const file = await started;
  expect(file.suggestedFilename()).toBe(`task-${taskId.slice(0, 8)}-recording.webm`);
  expect(await readFile(await file.path())).toEqual(bytes);
  const path = `/api/tasks/${taskId}/recording`;
  const part = await page.request.get(path, { headers: { range: "bytes=1000-1999" } });
  expect([part.status(), part.headers()["content-range"]]).toEqual([
    206,
    `bytes 1000-1999/${String(bytes.length)}`,
  ]);
  expect(await part.body()).toEqual(bytes.subarray(1000, 2000));
  const beyond = await page.request.get(path, { headers: { range: "bytes=99999999-" } });
  expect(beyond.status()).toBe(416);
  const head = await page.request.head(path);
  expect([head.status(), head.headers()["accept-ranges"], (await head.body()).length]).toEqual([
    200,
    "bytes",
    0,
  ]);
  await emulator.assets(taskId, { expired: true });
  expect((await page.request.get(path)).status()).toBe(200);
});

test("a session says who else may see it, and leads to its other tasks", async ({ page, task }) => {
  const first = await emulator.createTask({ scenario: "success-6", contract: "current" });
  const second = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 3,
    sessionId: first.sessionId,
  });
  await task.open(first.taskId, "?view=files");
  const link = page.getByRole("link", { name: "Open the public page" });
  await expect(link).toHaveAttribute("href", "https://cloud.browser-use.example/share/boots");
  await expect(link).toHaveAttribute("rel", /noreferrer/);
  await expect(page.getByRole("region", { name: "Session", exact: true })).toContainText("14.2 MB");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("dialog").getByText("public at Browser Use Cloud")).toBeVisible();
  await page.keyboard.press("Escape");
  await page
    .getByRole("region", { name: "Other tasks of the session" })
    .getByRole("link")
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/tasks/${second.taskId}`));
});

test("a browser that stays up after its run is said to, and has no recording yet", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "keep-alive", contract: "current" });
  await task.open(taskId, "?view=live");
  await expect(page.getByText("Browser still up")).toBeVisible();
  await task.openTab("Files");
  await expect(page.getByLabel("Recording", { exact: true })).toContainText(
    "It comes when the browser has stopped.",
  );
  await expect(page.getByRole("region", { name: "Session", exact: true })).toContainText(
    "stays up when a task ends",
  );
});

test("nobody with a share link hears of a session or its recording", async ({
  browser,
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId);
  const address = await share(page, ["Output files"]);
  const viewer = await anotherBrowser(browser);
  await opened(viewer, address);
  await viewer.getByRole("tab", { name: /Files/ }).click();
  await expect(viewer.getByRole("region", { name: "Output files" })).toBeVisible();
  await expect(viewer.getByText(/recording|public at/i)).toHaveCount(0);
});
