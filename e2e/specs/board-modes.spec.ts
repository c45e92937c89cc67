import type { Page } from "@playwright/test";
import { emulator } from "../emulator-client";
import { expect, test, untilTakenOver } from "../fixtures";

const tiles = (page: Page) => page.getByRole("list", { name: "Tasks" }).getByRole("article");
const mode = (page: Page, name: string) =>
  page.getByRole("group", { name: "View" }).getByRole("button", { name });

const made = async (scenario: string) =>
  (await emulator.createTask({ scenario, contract: "documented", startAtStep: 3 })).taskId;

async function open(page: Page, address: string) {
  await page.goto(address);
  await untilTakenOver(page);
}

test("who needs somebody stands first, unless the reader wants them as added @mobile", async ({
  page,
  expectAccessible,
}) => {
  const [running, paused] = [await made("running"), await made("paused")];
  await open(page, `/board?ids=${running},${paused}`);
  await expect(tiles(page).first()).toContainText("Paused");
  await expect(page.getByText("1 needs you")).toBeVisible();
  await page.getByRole("combobox", { name: "Order" }).selectOption("As added");
  await expect(page).toHaveURL(/sort=added/);
  await expect(tiles(page).first()).toContainText("Running");
  await page.reload();
  await expect(tiles(page).first()).toContainText("Running");
  await mode(page, "Dense").click();
  await expect(page).toHaveURL(/view=dense/);
  await expect(tiles(page)).toHaveCount(2);
  await expect(tiles(page).getByRole("img")).toHaveCount(0);
  await expectAccessible();
});

test("a wall has the screen to itself, shows all of its tiles, and is left by Escape", async ({
  page,
  expectAccessible,
}) => {
  const running = await made("running");
  const others = Array.from(
    { length: 23 },
    (_, at) => `00000000-0000-4000-8000-0000000000${String(at + 10)}`,
  );
  await open(page, `/board?ids=${[running, ...others].join(",")}`);
  const header = page.getByRole("banner");
  await expect(header).toBeVisible();
  await mode(page, "Wall").click();
  await expect(page).toHaveURL(/view=wall/);
  await expect(header).toBeHidden();
  await expect(tiles(page)).toHaveCount(24);
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1920, height: 1080 },
  ]) {
    await page.setViewportSize(size);
    for (const tile of await tiles(page).all()) await expect(tile).toBeInViewport({ ratio: 0.99 });
  }
  await expect(page.getByText("24 tasks")).toBeVisible();
  await expectAccessible();
  await page.reload();
  await untilTakenOver(page);
  await expect(header).toBeHidden();
  await page.getByRole("button", { name: "Full screen" }).click();
  await expect(page.getByRole("button", { name: "Full screen" })).toHaveCount(0);
  await page.getByRole("button", { name: "Leave the wall" }).click();
  await expect(header).toBeVisible();
  await mode(page, "Wall").click();
  await expect(header).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(header).toBeVisible();
});

test("runs are picked from the newest of the account, and their costs added up", async ({
  page,
  expectAccessible,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "judge-disagrees",
    contract: "current",
    listed: true,
  });
  await open(page, "/board?ids=");
  await page.getByRole("button", { name: "Add from runs" }).click();
  const dialog = page.getByRole("dialog", { name: "Add from runs" });
  await dialog.getByRole("searchbox").fill(taskId);
  const box = dialog.getByRole("checkbox");
  await expect(box).toHaveCount(1);
  await expectAccessible();
  await box.check();
  await dialog.getByRole("button", { name: "Add 1" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(tiles(page)).toHaveCount(1);
  await expect(page).toHaveURL(new RegExp(`ids=${taskId}`));
  await expect(page.getByRole("group", { name: "Sums" })).toContainText(/^\$\d.* in all$/);
});
