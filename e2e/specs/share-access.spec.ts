import { expect, test, untilTakenOver } from "../fixtures";
import { askRaw } from "../raw-request";
import { ACCESS_MATRIX } from "../access-matrix";
import { CANARY_WORDS, startSignedInServers, type SignedInServers } from "../signed-in-servers";

let servers: SignedInServers;
test.beforeAll(async () => {
  servers = await startSignedInServers();
});
test.afterAll(() => servers.stop());

const fill = (path: string, taskId: string) => path.replaceAll("{task}", taskId);

test("C06 C10 who opened a link gets what is below its own address, and an operator's session opens nothing there", async ({
  context,
  browser,
}) => {
  const taskId = await servers.createTask("success-6");
  const { cookie: session } = await servers.sessionOf(context);
  const wish = { scopes: ["status", "steps"], lifetime: "1h" };
  const made = await context.request.post(`${servers.product}/api/tasks/${taskId}/share-links`, {
    data: wish,
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(made.status()).toBe(201);
  // Our own answer.
  const { link, path } = (await made.json()) as { link: { id: string }; path: string };

  const stranger = await browser.newContext({ baseURL: servers.product });
  const page = await stranger.newPage();
  await page.goto(path);
  await page.waitForURL(/\/share\/[\w-]{22}/);
  await expect(page.getByRole("link", { name: /^Step 2\b/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Account" })).toHaveCount(0);
  const cookies = await stranger.cookies();
  const shared = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });

  const own = `/api/share/${link.id}`;
  expect((await askRaw(servers.product, own, { headers: { cookie: shared } })).status).toBe(200);
  for (const { access, paths, methods = ["GET"] } of ACCESS_MATRIX) {
    if (access !== "operator") continue;
    for (const method of methods) {
      for (const one of paths) {
        const headers = { cookie: shared, "sec-fetch-site": "same-origin" };
        const { status, body } = await askRaw(servers.product, fill(one, taskId), {
          method,
          headers,
        });
        expect([307, 401], `${method} ${one}`).toContain(status);
        for (const word of CANARY_WORDS) expect(body.includes(word), one).toBe(false);
      }
    }
  }
  for (const { access, paths } of ACCESS_MATRIX) {
    if (access !== "share") continue;
    for (const one of paths) {
      // The id of the link is the right one; what is missing is the link's own cookie.
      const real = fill(one, taskId).replace("AAAAAAAAAAAAAAAAAAAAAA", link.id);
      const { status, body } = await askRaw(servers.product, real, {
        headers: { cookie: session },
      });
      expect(status, one).toBe(404);
      for (const word of CANARY_WORDS) expect(body.includes(word), one).toBe(false);
    }
  }
  await stranger.close();
});

test("the list of a task's links says nothing but to an operator, and links outlive the session that made them", async ({
  context,
  page,
  browser,
}) => {
  const taskId = await servers.createTask("success-6");
  await servers.signIn(context);
  await page.goto(`${servers.product}/tasks/${taskId}`);
  await untilTakenOver(page);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share this task" });
  await dialog.getByRole("button", { name: "Create link" }).click();
  const link = await dialog.getByRole("textbox", { name: "Share link" }).inputValue();
  await dialog.getByRole("button", { name: "Close" }).click();

  const stranger = await browser.newContext();
  const viewer = await stranger.newPage();
  await viewer.goto(link);
  await expect(viewer.getByRole("heading", { level: 1, name: "Shared task" })).toBeVisible();
  // Links are the server's, not the session's: they end by being revoked.
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL(/\/sign-in/);
  await viewer.reload();
  await expect(viewer.getByRole("heading", { level: 1, name: "Shared task" })).toBeVisible();
  const list = await context.request.get(`${servers.product}/api/tasks/${taskId}/share-links`);
  expect(list.status()).toBe(401);
  await servers.signIn(context);
  await page.goto(`${servers.product}/tasks/${taskId}`);
  await untilTakenOver(page);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await dialog.getByRole("button", { name: /^Revoke the link/ }).click();
  await dialog.getByRole("button", { name: "Revoke link" }).click();
  await expect(dialog.getByText("No active links")).toBeVisible();
  await viewer.reload();
  await expect(viewer.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await stranger.close();
});
