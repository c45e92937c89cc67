import type { Browser, Page } from "@playwright/test";
import { expect, untilTakenOver } from "./fixtures";
import { PRODUCT } from "./settings";

/** Somebody else's browser. */
export async function anotherBrowser(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: PRODUCT });
  return context.newPage();
}

/** Makes a link as an operator does, and gives its address. */
export async function share(
  page: Page,
  more: readonly string[] = [],
  fewer: readonly string[] = [],
) {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share this task" });
  for (const name of more) await dialog.getByRole("checkbox", { name, exact: true }).check();
  for (const name of fewer) await dialog.getByRole("checkbox", { name, exact: true }).uncheck();
  await dialog.getByRole("button", { name: "Create link" }).click();
  return dialog.getByRole("textbox", { name: "Share link" }).inputValue();
}

export async function revoke(page: Page) {
  const dialog = page.getByRole("dialog", { name: "Share this task" });
  await dialog.getByRole("button", { name: /^Revoke the link/ }).click();
  await dialog.getByRole("button", { name: "Revoke link" }).click();
  await expect(dialog.getByText("No active links")).toBeVisible();
}

export async function opened(page: Page, link: string) {
  await page.goto(link);
  await page.waitForURL(/\/share\/[\w-]{22}/);
  await untilTakenOver(page);
}
