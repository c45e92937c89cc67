import type { Page } from "@playwright/test";
import sharp from "sharp";
import { emulator } from "../emulator-client";
import { expect, pasted, test } from "../fixtures";

const finished = (scenario: string) => emulator.createTask({ scenario, contract: "current" });

/** The page as it goes to paper: the browser tells it beforehand. */
async function printed(page: Page) {
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  return page.locator(".print-sheet");
}

test("print gives the whole selected step, in black on white, and nothing else", async ({
  page,
  task,
}) => {
  const { taskId } = await finished("success-6");
  await page.emulateMedia({ colorScheme: "dark" });
  await task.open(taskId, "?step=3");
  await expect(task.player).toBeVisible();
  const sheet = await printed(page);
  await expect(sheet.getByRole("heading", { name: /^Step 3\b/ })).toBeVisible();
  await expect(sheet.getByRole("img", { name: "Screenshot of step 3" })).toBeVisible();
  await expect(sheet.getByRole("heading", { name: /^Step/ })).toHaveCount(1);
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(task.timeline).toBeHidden();
  const colours = await sheet.evaluate((element) => {
    const { color } = getComputedStyle(element);
    return { color, paper: getComputedStyle(document.documentElement).backgroundColor };
  });
  expect(colours).toEqual({ color: "rgb(0, 0, 0)", paper: "rgb(255, 255, 255)" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: null });
  await expect(sheet).toHaveCount(0);
  await expect(task.timeline).toBeVisible();
});

test("print with nothing selected gives the whole run, however long, with its output", async ({
  page,
  task,
}) => {
  const { taskId } = await finished("steps-300");
  await task.open(taskId);
  await expect(task.player).toBeVisible();
  const sheet = await printed(page);
  await expect(sheet.getByRole("heading", { name: /^Step/ })).toHaveCount(300);
  await expect(sheet.getByRole("heading", { name: "Output" })).toHaveCount(1);
});

test("copying without a secure context keeps the focus and what is marked", async ({
  page,
  task,
  context,
}) => {
  await context.grantPermissions(["clipboard-read"]);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  const { taskId } = await finished("success-6");
  await task.open(taskId, "?step=2");
  const button = page.getByRole("button", { name: "Copy link to this step" });
  await button.focus();
  await button.press("Enter");
  await expect(button.getByRole("status")).toHaveText("Copied");
  await expect(button).toBeFocused();
  expect(await pasted(page)).toContain(`/tasks/${taskId}?step=2`);
});

test("a picture of an odd shape can be read, or is called what it is", async ({ page, task }) => {
  const sizes: Record<string, [number, number]> = { 1: [1280, 9000], 2: [1, 1], 3: [9000, 300] };
  await page.route(/\/steps\/\d+\/screenshot/, async (route) => {
    const step = /steps\/(\d+)/.exec(route.request().url())?.[1] ?? "";
    const [width, height] = sizes[step] ?? [1280, 800];
    const body = await sharp({ create: { width, height, channels: 3, background: "#8ac" } })
      .png()
      .toBuffer();
    await route.fulfill({ body, contentType: "image/png" });
  });
  const { taskId } = await finished("success-6");
  await task.open(taskId, "?step=1");
  const tall = page.getByRole("img", { name: "Screenshot of step 1" });
  await expect(page.getByText("A tall picture: scroll in it to see the rest.")).toBeVisible();
  const frame = page.getByRole("group", { name: "Screenshot frame" });
  const [pictureBox, frameBox] = [await tall.boundingBox(), await frame.boundingBox()];
  expect(pictureBox?.width ?? 0).toBeGreaterThan((frameBox?.width ?? 0) * 0.9);
  await frame.hover();
  await page.mouse.wheel(0, 2000);
  await expect.poll(() => frame.evaluate((element) => element.scrollTop)).toBeGreaterThan(500);

  await task.open(taskId, "?step=2");
  await expect(page.getByText("This picture is 1 × 1 pixels")).toBeVisible();
  await task.open(taskId, "?step=3");
  await expect(page.getByText("A wide picture: zoom in to read it.")).toBeVisible();
  await task.open(taskId, "?step=4");
  await expect(page.getByRole("img", { name: "Screenshot of step 4" })).toBeVisible();
  await expect(page.getByText(/^A (tall|wide) picture/)).toHaveCount(0);
});
