import { expect, test } from "../fixtures";
import { startOwnServers, type OwnServers } from "../own-servers";

const RUNNING = 200;
const OLDER = 50_000;

test.describe("an account of 50,000 tasks, 200 of which go on", () => {
  test.setTimeout(120_000);
  let servers: OwnServers;

  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${servers.emulator}/__emulator${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answer.json();
  };
  const calls = async () => {
    const requests = await control("GET", "/requests?path=/api/v2/tasks");
    const paths = Array.isArray(requests) ? requests.map(({ path }) => String(path)) : [];
    const tasks = paths.filter((path) => path !== "/api/v2/tasks");
    return { lists: paths.length - tasks.length, tasks: new Set(tasks).size };
  };

  test.beforeAll(async () => {
    servers = await startOwnServers();
    await control("POST", "/older-tasks", { count: OLDER });
    for (let made = 0; made < RUNNING; made += 1) {
      const task = { scenario: "running", contract: "documented", startAtStep: 2, listed: true };
      await control("POST", "/tasks", task);
    }
  });
  test.afterAll(() => servers.stop());

  test("costs one call for the list in an interval, and one for each row on the screen, for any number of readers", async ({
    page,
    context,
  }, testInfo) => {
    await page.goto(servers.product);
    const list = page.getByRole("list", { name: "Runs" });
    await expect(list.getByText("Status: Running").first()).toBeVisible();
    await expect(page.getByText(/^The 1\d\d newest of at least 50,2\d\d runs\.$/)).toBeVisible();
    for (let reader = 0; reader < 2; reader += 1) {
      await (await context.newPage()).goto(servers.product);
    }
    await expect.poll(async () => (await calls()).tasks).toBeGreaterThan(5);
    await control("DELETE", "/requests");
    const from = Date.now();
    await expect.poll(async () => (await calls()).lists, { timeout: 30_000 }).toBeGreaterThan(3);
    const seconds = (Date.now() - from) / 1000;
    const { lists, tasks } = await calls();
    testInfo.annotations.push({
      type: "calls",
      description: `${String(lists)} for the list and ${String(tasks)} tasks in ${seconds.toFixed(1)} s, three readers`,
    });
    // A list is kept for two seconds.
    expect(lists).toBeLessThanOrEqual(seconds / 2 + 2);
    expect(tasks).toBeLessThanOrEqual(24);
  });

  test("is searched page by page, and says how far", async ({ page }) => {
    await page.goto(`${servers.product}/?q=older+task`);
    await expect(page.getByText("No run that was searched matches.")).toBeVisible();
    const older = page.getByRole("button", { name: "Search 100 older ones" });
    await older.click();
    await expect(
      page.getByText(/^0 of the 2\d\d newest runs match\. At least 50,0\d\d older/),
    ).toBeVisible();
    await older.click();
    const list = page.getByRole("list", { name: "Runs" });
    await expect(list.getByRole("link", { name: "Older task 1", exact: true })).toBeVisible();
    // Many rows, few of them drawn.
    for (let read = 0; read < 3; read += 1) {
      await older.click();
      await expect(older).toBeEnabled();
    }
    await expect(page.getByText(/of the 6\d\d newest runs match/)).toBeVisible();
    expect(await list.getByRole("listitem").count()).toBeLessThan(80);
  });
});
