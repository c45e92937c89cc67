import { expect, test } from "../fixtures";
import { startSignedInServers, type SignedInServers } from "../signed-in-servers";

const TOKEN = "a-token-of-the-specs-with-chance-0123456789";

let servers: SignedInServers;
test.beforeAll(async () => {
  servers = await startSignedInServers({ METRICS_TOKEN: TOKEN });
});
test.afterAll(() => servers.stop());

test("the status page says how the server stands, light and dark @mobile", async ({
  page,
  context,
  expectAccessible,
  isMobile,
}) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(`${servers.product}/status`);
  await expect(page).toHaveURL(`${servers.product}/sign-in?to=status`);
  const link = page.getByRole("banner").getByRole("link", { name: "Server status" });
  await expect(page.getByRole("banner")).toBeVisible();
  await expect(link).toHaveCount(0);
  await servers.signIn(context);
  // The start page would ask for the list of runs.
  await page.goto(`${servers.product}/compare`);
  // On a phone the palette leads there.
  if (isMobile) await page.goto(`${servers.product}/status`);
  else await link.click();
  await expect(page).toHaveTitle("Status · Sightglass");
  const upstream = page.getByRole("region", { name: "Browser Use Cloud" });
  await expect(upstream).toContainText("Unknown: not called yet");
  const taskId = await servers.createTask("success-6");
  expect((await context.request.get(`${servers.product}/api/tasks/${taskId}`)).status()).toBe(200);
  await page.reload();
  await expect(upstream).toContainText("Answers");
  await expect(upstream).toContainText("Accepted");
  await expect(page.getByRole("region", { name: "Process" })).toContainText("Not configured");
  await expectAccessible();
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(["color-contrast"]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(width, "nothing is wider than the screen").toBeLessThanOrEqual(0);
});

test("A19 the metrics answer whoever has the token, and nobody who has only a session", async ({
  context,
}) => {
  const headers = await servers.sessionOf(context);
  const read = (more: Record<string, string>) =>
    fetch(`${servers.product}/metrics`, { headers: more });
  expect((await read({})).status).toBe(401);
  expect((await read(headers)).status).toBe(401);
  const answer = await read({ authorization: `Bearer ${TOKEN}` });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("x-frame-options")).toBe("DENY");
  const told = await answer.text();
  expect(told).toContain("sightglass_ready 1");
  expect(told).toMatch(/^sightglass_info\{version="\d+\.\d+\.\d+"\} 1$/m);
});
