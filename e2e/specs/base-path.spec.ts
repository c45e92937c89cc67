import { existsSync, readFileSync } from "node:fs";
import type { BrowserContext, Page } from "@playwright/test";
import { BELOW_A_PATH } from "../../scripts/below-a-path.mjs";
import { emulator } from "../emulator-client";
import { expect, test, untilTakenOver } from "../fixtures";
import { hasNginx, nginxPorts, startNginxOf, type OwnNginx } from "../own-nginx";
import { startInstance, type OwnServers } from "../own-servers";
import { EMULATOR } from "../settings";
import { share } from "../share-pages";
import { PASSWORD } from "../signed-in-servers";

const { folder, basePath } = BELOW_A_PATH;
const TOKEN = "a-token-of-the-specs-with-chance-0123456789";
const bearer = { authorization: `Bearer ${TOKEN}` };

test.skip(!hasNginx, "There is no nginx here.");
test.use({ ignoreHTTPSErrors: true });

/** The configuration that the document has, which passes the path on. */
const [, PASSES_ON = ""] =
  /```nginx\n([\s\S]+?)```/.exec(readFileSync("docs/deploy.md", "utf8")) ?? [];
const WAYS = {
  "passes the path on": PASSES_ON,
  "takes the path away": PASSES_ON.replace("http://sightglass;", "http://sightglass/;"),
};

for (const [way, text] of Object.entries(WAYS)) {
  test.describe(`behind an nginx that ${way}`, () => {
    test.describe.configure({ mode: "serial" });
    let nginx: OwnNginx;
    let instance: Pick<OwnServers, "product" | "stop">;
    /** Where people open it. */
    let home: string;

    test.beforeAll(async () => {
      if (!existsSync(`${folder}/.next/BUILD_ID`)) {
        throw new Error("There is no such build yet. Run: node scripts/build-below-a-path.mjs");
      }
      const ports = await nginxPorts();
      home = `https://localhost:${String(ports.https)}${basePath}`;
      const settings = {
        PUBLIC_BASE_URL: home,
        ACCESS_PASSWORD: PASSWORD,
        METRICS_TOKEN: TOKEN,
        POLL_INTERVAL_MS: "250",
      };
      instance = await startInstance(EMULATOR, settings, folder);
      const { host } = new URL(instance.product);
      // Whatever is not below the path belongs to somebody else.
      const other = "server { listen 80; return 204; }\n";
      const named = text.replace("127.0.0.1:3000", host).replace("example.org", "localhost");
      nginx = await startNginxOf(named + other, ports);
    });
    test.afterAll(async () => {
      await nginx.stop();
      await instance.stop();
    });

    const atHome = () => new RegExp(`^${home}/?$`);

    test("signing in leads back to a step, and signing out away from it", async ({
      page,
      task,
      context,
    }) => {
      const asked = addressesOf(page);
      const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
      await page.goto(`${home}/tasks/${taskId}?step=3`);
      await expect(page).toHaveURL(`${home}/sign-in?task=${taskId}&step=3`);
      await untilTakenOver(page);
      await page.getByLabel("Password").fill(PASSWORD);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page).toHaveURL(`${home}/tasks/${taskId}?step=3`);
      await expect(task.panel(3)).toBeVisible();
      await pictureIsThere(page, "Screenshot of step 3");
      await expectOwn(context, page);
      // What a page remembers of its task comes with a script that comes after the page.
      const remembered = () =>
        page.evaluate((id) => JSON.stringify(localStorage).includes(id), taskId);
      await expect.poll(remembered).toBe(true);

      expect((await page.goto(`${home}/nowhere`))?.status()).toBe(404);
      await page.getByRole("main").getByRole("link").first().click();
      await expect(page).toHaveURL(atHome());
      await untilTakenOver(page);
      await page.getByRole("tab", { name: "Opened here" }).click();
      const recent = page.getByRole("region", { name: "Recent tasks" });
      await expect(recent.getByRole("listitem")).toHaveCount(1);
      await page.getByRole("button", { name: "Account" }).click();
      await page.getByRole("button", { name: "Sign out", exact: true }).click();
      await expect(page).toHaveURL(`${home}/sign-in`);
      expect(await context.cookies(home)).toEqual([]);
      expectBelow(asked);
    });

    test("a pasted ID leads to a run that goes on, and to others", async ({
      page,
      task,
      context,
    }) => {
      const asked = addressesOf(page);
      await signIn(context, home);
      const { taskId } = await emulator.createTask({
        scenario: "running",
        contract: "current",
        startAtStep: 4,
      });
      await page.goto(home);
      await expect(page).toHaveURL(atHome());
      await page.getByRole("textbox", { name: "Task ID" }).fill(taskId);
      await page.getByRole("button", { name: "Open" }).click();
      await expect(page).toHaveURL(`${home}/tasks/${taskId}`);
      await expect(task.steps).toHaveCount(4);
      await untilTakenOver(page);
      const news = page.waitForResponse(
        (answer) => answer.url().includes(`${taskId}?since=`) && answer.status() === 200,
      );
      await emulator.moveClock(taskId, { speed: 10 });
      expect(await (await news).json()).toHaveProperty("delta");
      await expect(task.step(6)).toBeVisible();
      const told = await fetch(`${instance.product}/metrics`, { headers: bearer });
      expect(await told.text()).toMatch(/^sightglass_fast_path_answers_total [1-9]/m);
      await emulator.moveClock(taskId, { paused: true });
      await task.step(2).click();
      await expect(page).toHaveURL(`${home}/tasks/${taskId}?step=2`);
      const step = `${basePath}/tasks/${taskId}?step=2`;
      expect(await task.step(2).getAttribute("href")).toBe(step);

      await page.goto(`${home}/board?ids=${taskId}`);
      await page.getByRole("link", { name: /waterproof walking boots/ }).click();
      await expect(page).toHaveURL(`${home}/tasks/${taskId}`);
      await page.goto(`${home}/compare?a=${taskId}&b=${taskId}`);
      await page.getByRole("link", { name: "Open the task" }).first().click();
      await expect(page).toHaveURL(`${home}/tasks/${taskId}`);
      expectBelow(asked);
    });

    test("a file can be had, and a share link opened", async ({ page, browser, context }) => {
      await signIn(context, home);
      const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
      await page.goto(`${home}/tasks/${taskId}?view=files`);
      await untilTakenOver(page);
      const started = page.waitForEvent("download");
      await page.getByRole("link", { name: "Download boots.csv" }).click();
      expect((await started).suggestedFilename()).toBe("boots.csv");
      const nobody = "00000000-0000-4000-8000-00000000000a";
      const missing = await page.request.get(`${home}/api/tasks/${taskId}/files/${nobody}`, {
        headers: { accept: "text/html" },
      });
      expect(await missing.text()).toContain(`href="${basePath}/tasks/${taskId}"`);

      const link = await share(page);
      expect(link.split("#")[0]).toBe(`${home}/share`);
      const viewer = await (await browser.newContext()).newPage();
      const asked = addressesOf(viewer);
      await viewer.goto(link);
      await viewer.waitForURL(new RegExp(`^${home}/share/[\\w-]{22}$`));
      await expect(viewer.getByText("Status: Finished", { exact: true })).toBeVisible();
      await viewer.getByRole("link", { name: /^Step 5\b/ }).click();
      await pictureIsThere(viewer, "Screenshot of step 5");
      await expectOwn(viewer.context(), viewer);
      expectBelow(asked);
    });

    test("probes and service files are there, and the metrics are not", async ({ request }) => {
      for (const path of ["/healthz", "/readyz", "/robots.txt", "/icon.svg", "/social.png"]) {
        expect((await request.get(home + path)).status(), path).toBe(200);
      }
      const manifest = await request.get(`${home}/manifest.webmanifest`);
      // The file is ours.
      const { start_url, icons } = (await manifest.json()) as Manifest;
      for (const address of [start_url, ...icons.map(({ src }) => src)]) {
        const { href } = new URL(address, manifest.url());
        expectBelow([href]);
        expect((await request.get(href)).status(), href).toBe(200);
      }
      expect((await request.get(`${home}/metrics`, { headers: bearer })).status()).toBe(404);
      for (const path of ["/metrics", `${basePath}/metrics`]) {
        expect((await fetch(instance.product + path, { headers: bearer })).status, path).toBe(200);
      }
      const html = await (await request.get(`${home}/sign-in`)).text();
      const addresses = [...html.matchAll(/ (?:href|src|action)="([^"#][^"]*)"/g)];
      expect(addresses.length).toBeGreaterThan(8);
      expectBelow(addresses.map(([, address = ""]) => new URL(address, home).href));
      expect(html).toContain(`content="${home}/social.png"`);
    });
  });
}

type Manifest = { start_url: string; icons: { src: string }[] };

async function signIn(context: BrowserContext, home: string): Promise<void> {
  const answer = await context.request.post(`${home}/api/session`, {
    data: { password: PASSWORD },
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(answer.status()).toBe(200);
}

/** Every address that a page asks for, as it goes on. */
function addressesOf(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith("https:")) asked.push(request.url());
  });
  return asked;
}

/** There are addresses, and each carries the path once. */
function expectBelow(addresses: readonly string[]): void {
  expect(addresses.length).toBeGreaterThan(0);
  const others = addresses.filter((address) => {
    const { pathname } = new URL(address);
    return !`${pathname}/`.startsWith(`${basePath}/`) || pathname.split(basePath).length !== 2;
  });
  expect(others).toEqual([]);
}

async function pictureIsThere(page: Page, name: string): Promise<void> {
  const picture = page.getByRole("img", { name });
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((element: HTMLImageElement) => element.naturalWidth))
    .toBeGreaterThan(100);
}

/** Cookies and what is remembered are for this path alone. */
async function expectOwn(context: BrowserContext, page: Page): Promise<void> {
  const cookies = await context.cookies(page.url());
  expect(cookies.length).toBeGreaterThan(0);
  for (const { name, path } of cookies) {
    expect([name.startsWith("__Secure-sightglass_"), path]).toEqual([true, basePath]);
  }
  const keys = await page.evaluate(() => Object.keys(localStorage));
  for (const key of keys) expect(key.startsWith(`${basePath}:`), key).toBe(true);
}
