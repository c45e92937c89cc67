import { createServer } from "node:http";
import { expect, test, untilTakenOver } from "../fixtures";
import { PASSWORD, startSignedInServers, type SignedInServers } from "../signed-in-servers";
import { askedWithin, takeClock } from "../page-clock";

test.describe.configure({ mode: "serial" });

let servers: SignedInServers;
test.beforeAll(async () => {
  servers = await startSignedInServers();
});
test.afterAll(() => servers.stop());

const signInAddress = /\/sign-in\?task=/;

test("a reader signs in and lands on the task at its step, and nobody else does @mobile", async ({
  page,
  browser,
  expectAccessible,
}) => {
  const taskId = await servers.createTask("success-6");
  const address = `${servers.product}/tasks/${taskId}?step=3&view=step`;
  await page.goto(address);
  await expect(page).toHaveURL(`${servers.product}/sign-in?task=${taskId}&step=3&view=step`);
  await expect(page).toHaveTitle("Sign in · Sightglass");
  await untilTakenOver(page);
  const field = page.getByLabel("Password");
  await expect(field).toBeFocused();
  await expectAccessible();

  await page.keyboard.press("Enter");
  await expect(page.getByText("Enter the password first.")).toBeVisible();
  await field.fill("wrong wrong wrong");
  await page.keyboard.press("Enter");
  await expect(page.getByText("That is not the password.")).toBeVisible();
  await expect(field).toBeFocused();
  await expectAccessible();
  await field.fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(address);
  await expect(page.getByRole("article", { name: "Step 3", exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.cookie)).toBe("");
  await page.goto(`${servers.product}/sign-in`);
  await expect(page).toHaveURL(`${servers.product}/`);

  const stranger = await browser.newContext();
  const other = await stranger.newPage();
  await other.goto(address);
  await expect(other).toHaveURL(signInAddress);
  expect((await stranger.request.get(`${servers.product}/api/tasks/${taskId}`)).status()).toBe(401);
  await stranger.close();
});

test("signing in leads back to the board", async ({ page }) => {
  const taskId = await servers.createTask("success-6");
  const address = `${servers.product}/board?ids=${taskId}`;
  await page.goto(address);
  await expect(page).toHaveURL(`${servers.product}/sign-in?to=board&ids=${taskId}`);
  await untilTakenOver(page);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(address);
});

test("B13 who signs out in one tab sees nothing of the task in the other, and gets back to it", async ({
  page,
  context,
}) => {
  await servers.signIn(context);
  const taskId = await servers.createTask("running", 4);
  const address = `${servers.product}/tasks/${taskId}?step=2`;
  await takeClock(page);
  await page.goto(address);
  await untilTakenOver(page);
  const prompt = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  expect(prompt.length).toBeGreaterThan(10);
  const other = await context.newPage();
  await other.goto(`${servers.product}/?list=opened`);
  await untilTakenOver(other);
  await expect(other.getByRole("link", { name: new RegExp(prompt.slice(0, 12)) })).toBeVisible();
  await other.getByRole("button", { name: "Account" }).click();
  await other.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(other).toHaveURL(`${servers.product}/sign-in`);

  await expect(page).toHaveURL(`${servers.product}/sign-in?task=${taskId}&step=2`, {
    timeout: 15_000,
  });
  await untilTakenOver(page);
  expect(await page.content()).not.toContain(prompt.slice(0, 40));
  expect(await askedWithin(page, 60)).toEqual([]);
  expect(await page.evaluate(() => localStorage.getItem("sightglass:recents"))).toBe("[]");
  expect(await page.evaluate(() => localStorage.getItem("sightglass:notices"))).toBeNull();
  await page.goBack().catch(() => null);
  expect(await page.content()).not.toContain(prompt.slice(0, 40));

  await page.goto(`${servers.product}/sign-in?task=${taskId}&step=2`);
  await untilTakenOver(page);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(address);
  await expect(page.getByRole("article", { name: "Step 2", exact: true })).toBeVisible();
});

test("signing out everywhere ends the session of another browser, on the board, too @mobile", async ({
  page,
  context,
  browser,
  expectAccessible,
}) => {
  const elsewhere = await browser.newContext();
  await servers.signIn(elsewhere);
  await servers.signIn(context);
  const taskId = await servers.createTask("running", 3);
  const other = await elsewhere.newPage();
  await other.goto(`${servers.product}/board?ids=${taskId}`);
  await page.goto(`${servers.product}/`);
  await untilTakenOver(page);
  const account = page.getByRole("button", { name: "Account" });
  await account.press("Enter");
  await expectAccessible();
  await page.keyboard.press("Escape");
  await expect(account).toBeFocused();
  await account.click();
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(`${servers.product}/sign-in`);
  await expect(other).toHaveURL(`${servers.product}/sign-in?to=board&ids=${taskId}`, {
    timeout: 20_000,
  });
  await elsewhere.close();
});

test("B12 another origin cannot frame a page", async ({ context }) => {
  await servers.signIn(context);
  // A page without the watch on violations: here one is wanted.
  const page = await context.newPage();
  const words: string[] = [];
  page.on("console", (message) => words.push(message.text()));
  const frames = `<iframe src="${servers.product}/compare"></iframe><iframe src="${servers.product}/icon.svg"></iframe>`;
  const stranger = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(frames);
  });
  await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
  const address = stranger.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const answered: string[] = [];
  page.on("response", (response) => answered.push(new URL(response.url()).pathname));
  await page.goto(`http://127.0.0.1:${String(port)}/`);
  const framed = () =>
    page
      .frames()
      .slice(1)
      .map((frame) => frame.url());
  const blocked = "chrome-error://chromewebdata/";
  await expect.poll(framed).toEqual([blocked, blocked]);
  await expect
    .poll(() => answered, "the server answered, and the browser refused")
    .toContain("/compare");
  await expect.poll(() => words.join("\n")).toContain("frame-ancestors 'none'");
  await page.close();
  stranger.closeAllConnections();
  stranger.close();
});

test("without JavaScript the sign-in page says that it needs it", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${servers.product}/sign-in`);
  // Chromium under test reads <noscript> as if there were scripts.
  const html = await (await page.request.get(`${servers.product}/sign-in`)).text();
  expect(html).toMatch(/<noscript><p[^>]*>Signing in needs JavaScript\./);
  await expect(page.getByRole("button", { name: "Sign in" })).toBeDisabled();
  await context.close();
});

test("too many wrong passwords make everybody wait, and the page counts down", async ({
  page,
  context,
}) => {
  const { cookie } = await servers.sessionOf(context);
  await context.clearCookies();
  await page.goto(`${servers.product}/sign-in`);
  await untilTakenOver(page);
  await page.getByLabel("Password").fill(PASSWORD);
  // The pauses grow: somebody goes on until one is long enough to look at.
  await expect(async () => {
    const answer = await context.request.post(`${servers.product}/api/session`, {
      data: { password: "wrong wrong wrong" },
      headers: { "sec-fetch-site": "same-origin" },
    });
    expect(Number(answer.headers()["retry-after"] ?? 0)).toBeGreaterThan(5);
  }).toPass({ intervals: [200], timeout: 40_000 });
  await page.keyboard.press("Enter");
  await expect(page.getByText("Too many wrong passwords were entered")).toBeVisible();
  const button = page.getByRole("button", { name: /^Wait \d+ s$/ });
  await expect(button).toBeDisabled();
  const first = Number(/\d+/.exec((await button.textContent()) ?? "")?.[0]);
  await expect
    .poll(async () =>
      Number(
        /\d+/.exec(
          (await page.getByRole("button", { name: /^(?:Wait|Sign in)/ }).textContent()) ?? "0",
        )?.[0] ?? 0,
      ),
    )
    .toBeLessThan(first);
  const going = await context.request.get(`${servers.product}/api/tasks`, { headers: { cookie } });
  expect(going.status(), "B02: the session goes on").toBe(200);
});
