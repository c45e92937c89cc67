import { readFile } from "node:fs/promises";
import { emulator } from "../emulator-client";
import { expect, test, untilTakenOver } from "../fixtures";
import { SERVER_LOG } from "../settings";
import { anotherBrowser, opened, revoke, share } from "../share-pages";
import { askedWithin, takeClock } from "../page-clock";

const PROMPT = "Compare the walking boots";
const GONE_MS = 10_000;

test("a link shows what was chosen to somebody else, and nothing once it is revoked", async ({
  page,
  task,
  browser,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId, "?step=3");
  const link = await share(page);
  const viewer = await anotherBrowser(browser);
  const asked: string[] = [];
  viewer.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await opened(viewer, link);

  await expect(viewer).toHaveURL(/\/share\/[\w-]{22}\?step=3$/);
  await expect(viewer.getByRole("heading", { level: 1, name: "Shared task" })).toBeVisible();
  await expect(viewer.getByText("Status: Finished", { exact: true })).toBeVisible();
  await expect(viewer.getByRole("article", { name: "Step 3", exact: true })).toBeVisible();
  await expect(viewer.getByRole("img", { name: "Screenshot of step 3" })).toBeVisible();
  const tabs = viewer.getByRole("tablist", { name: "Task views" }).getByRole("tab");
  await expect(tabs.filter({ visible: true })).toHaveText(["Step"]);
  for (const name of ["Share", "Copy link", "Copy link to this step"]) {
    await expect(viewer.getByRole("button", { name, exact: true })).toHaveCount(0);
  }
  const html = await viewer.content();
  for (const word of [PROMPT, "Only the Tarn Mid", "OPS-1182", "conditions.txt"]) {
    expect(html.includes(word), word).toBe(false);
  }
  await viewer.getByRole("link", { name: /^Step 5\b/ }).click();
  await expect(viewer.getByRole("article", { name: "Step 5", exact: true })).toBeVisible();
  const shareId = /\/share\/([\w-]{22})/.exec(viewer.url())?.[1] ?? "";
  const own = asked.filter((path) => path.startsWith("/api/") && path !== "/api/share");
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter((path) => !path.startsWith(`/api/share/${shareId}`))).toEqual([]);

  await revoke(page);
  await viewer.reload();
  await expect(viewer.getByRole("heading", { name: "This link does not work" })).toBeVisible({
    timeout: GONE_MS,
  });
  const picture = await viewer.request.get(`/api/share/${shareId}/steps/3/screenshot?w=160`);
  expect(picture.status()).toBe(404);
});

test("C04 a page that is open loses all it shows within ten seconds of the revocation", async ({
  page,
  task,
  browser,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 3,
  });
  await emulator.moveClock(taskId, { paused: true });
  await task.open(taskId);
  const link = await share(page, ["Prompt"]);
  const viewer = await anotherBrowser(browser);
  await takeClock(viewer);
  await opened(viewer, link);
  const steps = viewer.getByRole("list", { name: "Steps" }).getByRole("listitem");
  await expect(steps).not.toHaveCount(0);
  const before = await steps.count();
  await emulator.moveClock(taskId, { advanceSeconds: 20 });
  await expect.poll(() => steps.count()).toBeGreaterThan(before);
  await expect(viewer).toHaveTitle(/waterproof walking boots/);

  await revoke(page);
  await expect(viewer.getByRole("heading", { name: /^This link does not work/ })).toBeVisible({
    timeout: GONE_MS,
  });
  await expect(viewer).toHaveTitle("Shared task · Sightglass");
  await expect(viewer.getByRole("list", { name: "Steps" })).toHaveCount(0);
  await expect(viewer.getByRole("main")).not.toContainText("boots");
  expect(await askedWithin(viewer, 60)).toEqual([]);
});

test("C04 a page of a task that is over loses all it shows, too", async ({
  page,
  task,
  browser,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId);
  const link = await share(page);
  const viewer = await anotherBrowser(browser);
  await opened(viewer, link);
  await expect(viewer.getByRole("list", { name: "Steps" })).toBeVisible();
  await revoke(page);
  await expect(viewer.getByRole("heading", { name: /^This link does not work/ })).toBeVisible({
    timeout: GONE_MS,
  });
  await expect(viewer.getByRole("list", { name: "Steps" })).toHaveCount(0);
});

test("C01 C12 the token is in no address that a server, a log or a history gets to see", async ({
  page,
  task,
  browser,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "documented" });
  await task.open(taskId);
  const link = await share(page);
  const token = link.split("#")[1] ?? "";
  expect(token.length).toBeGreaterThan(100);
  const viewer = await anotherBrowser(browser);
  const leaks: string[] = [];
  viewer.on("request", (request) => {
    const { referer = "" } = request.headers();
    // Playwright tells the fragment, which is not sent.
    const sent = new URL(request.url());
    sent.hash = "";
    if (`${sent.href} ${referer}`.includes(token)) leaks.push(request.url());
  });
  await viewer.goto("/share");
  await untilTakenOver(viewer);
  await opened(viewer, link);
  expect(leaks).toEqual([]);
  expect(viewer.url()).not.toContain(token);
  expect(await viewer.content()).not.toContain(token);
  const seen = await viewer.evaluate(() =>
    JSON.stringify([
      performance.getEntries().map(({ name }) => name),
      document.referrer,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
    ]),
  );
  expect(seen).not.toContain(token);
  await viewer.goBack();
  expect(viewer.url()).not.toContain(token);
  const log = await readFile(SERVER_LOG, "utf8");
  expect(log).toContain("A share link was opened");
  expect(log.includes(token)).toBe(false);
  expect(log.includes(token.split(".")[2] ?? token)).toBe(false);
});

test("C08 whoever previews links gets a neutral page, and the link goes on working", async ({
  page,
  task,
  browser,
  request,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId);
  const link = await share(page, ["Prompt", "Output"]);
  const bots = [
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Twitterbot/1.0",
    "facebookexternalhit/1.1",
    "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com",
    "WhatsApp/2.23.20.0",
  ];
  for (const bot of bots) {
    const answer = await request.get(link, { headers: { "user-agent": bot } });
    expect(answer.status(), bot).toBe(200);
    const headers = answer.headers();
    expect(headers["set-cookie"], bot).toBeUndefined();
    expect(headers["x-robots-tag"], bot).toContain("noindex");
    expect(headers["content-security-policy"], bot).toContain("frame-src 'none'");
    const html = await answer.text();
    expect(html, bot).toContain("<title>Shared task · Sightglass</title>");
    expect(html, bot).not.toMatch(/og:|twitter:|boots|Watch a browser agent/);
    expect(html.includes(taskId), bot).toBe(false);
  }
  const viewer = await anotherBrowser(browser);
  await opened(viewer, link);
  await expect(viewer.getByRole("heading", { level: 1 })).toContainText(PROMPT);
});

test("C10 an operator's rights and those of a link do not mix in one browser", async ({
  page,
  task,
  context,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  const other = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId);
  const link = await share(page, [], ["Steps"]);
  const tab = await context.newPage();
  const asked: string[] = [];
  tab.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await opened(tab, link);
  await expect(tab.getByText("This link shows the status of the task")).toBeVisible();
  expect(asked.filter((path) => path.startsWith("/api/tasks"))).toEqual([]);
  await expect(tab.getByRole("link", { name: "Sightglass" })).toHaveCount(0);
  const shareId = /\/share\/([\w-]{22})/.exec(tab.url())?.[1] ?? "";
  for (const path of ["steps/1", "steps/1/screenshot", "output", "live", "logs"]) {
    const answer = await context.request.get(`/api/share/${shareId}/${path}`);
    expect(answer.status(), path).toBe(404);
  }
  // Another link of the same operator: its cookie was never given.
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await task.open(other.taskId);
  await share(page);
  const { links } = (await (
    await context.request.get(`/api/tasks/${other.taskId}/share-links`)
  ).json()) as { links: { id: string }[] };
  const foreign = await context.request.get(`/api/share/${links[0]?.id ?? ""}`);
  expect(foreign.status()).toBe(404);
  await expect(task.status("Finished")).toBeVisible();
});

test("a page of a link whose server fails says so, and goes on when it is back", async ({
  page,
  task,
  browser,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 3,
  });
  await task.open(taskId);
  const link = await share(page);
  const viewer = await anotherBrowser(browser);
  await opened(viewer, link);
  const mend = await emulator.breakTask(taskId, { kind: "status", status: 401 });
  const connection = viewer.getByRole("status", { name: "Connection" });
  await expect(connection).toContainText("Browser Use Cloud is not reachable", { timeout: 20_000 });
  await expect(viewer.getByRole("main")).not.toContainText("API key");
  await mend();
});
