import { expect, test } from "../fixtures";
import { startOwnServers, type OwnServers } from "../own-servers";

test.describe("a server whose operator wants to be warned from two cents on", () => {
  let servers: OwnServers;
  let running = "";

  test.beforeAll(async () => {
    servers = await startOwnServers({ COST_WARN_USD: "0.02" });
    const answer = await fetch(`${servers.emulator}/__emulator/tasks`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        scenario: "running",
        contract: "current",
        startAtStep: 9,
        listed: true,
      }),
    });
    // The emulator's control endpoint is documented beside it.
    ({ taskId: running } = (await answer.json()) as { taskId: string });
  });
  test.afterAll(() => servers.stop());

  test("says what a run has cost, and about what a minute, and marks it on its page and on the board", async ({
    page,
    task,
    expectAccessible,
  }) => {
    const words = /^\$\d+\.\d+ \(over \$0\.02\), about \$\d+\.\d+ a minute$/;
    await page.goto(`${servers.product}/tasks/${running}`);
    await expect(task.status("Running")).toBeVisible();
    await expect(page.getByText(words)).toBeVisible();
    await expectAccessible();
    await page.goto(`${servers.product}/board?ids=${running}`);
    await expect(page.getByRole("article").getByText(words)).toBeVisible();
    await expect(page.getByRole("group", { name: "Sums" })).toContainText("$");
  });

  test("lets a run be picked for the board from the account's newest", async ({
    page,
    expectAccessible,
  }) => {
    await page.goto(`${servers.product}/board`);
    await page.getByRole("button", { name: "Add from runs" }).click();
    const dialog = page.getByRole("dialog", { name: "Add from runs" });
    await dialog.getByRole("searchbox", { name: "Filter by prompt or ID" }).fill(running);
    await expect(dialog.getByRole("checkbox")).toHaveCount(1);
    await dialog.getByRole("checkbox").check();
    await expectAccessible();
    await dialog.getByRole("button", { name: "Add 1" }).click();
    await expect(page).toHaveURL(new RegExp(`ids=${running}`));
    await expect(page.getByRole("article")).toHaveCount(1);
  });
});
