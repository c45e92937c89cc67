import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { openStill } from "./still-page";

/** The moment that the states of the catalogue are of. */
const NOW = "2026-03-01T12:00:00Z";
const SCHEMES = ["light", "dark"] as const;
const WIDTHS = [390, 1440] as const;

for (const colorScheme of SCHEMES) {
  for (const width of WIDTHS) {
    test(`every panel in ${colorScheme}, ${String(width)} wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      const asked: string[] = [];
      page.on("request", (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.startsWith("/api/")) asked.push(pathname);
      });
      await openStill(page, "/catalogue", NOW);
      for (const panel of await panelsOf(page)) {
        await showAlone(page, panel);
        await expect
          .soft(page.locator(`#panel-${panel}`))
          .toHaveScreenshot(pictureOf(panel, colorScheme, width));
      }
      expect(asked, "what a state asked the server for").toEqual([]);
    });
  }
}

test("no picture is left of a panel that is gone", async ({ page }) => {
  await openStill(page, "/catalogue", NOW);
  const panels = await panelsOf(page);
  const pictures = panels.flatMap((panel) =>
    SCHEMES.flatMap((scheme) => WIDTHS.map((width) => pictureOf(panel, scheme, width))),
  );
  expect(readdirSync("e2e/screenshots/catalogue").sort()).toEqual(pictures.sort());
});

const pictureOf = (panel: string, scheme: string, width: number) =>
  `${panel}-${scheme}-${String(width)}.png`;

/**
 * Hides the other panels, so that what they become moves nothing here, and makes the window as high as the panel: what
 * is beyond it is not all drawn, and loses its place when it is photographed.
 */
async function showAlone(page: Page, panel: string): Promise<void> {
  const height = await page.locator("[data-panel]").evaluateAll((all, id) => {
    for (const one of all) one.toggleAttribute("hidden", one.id !== id);
    return document.documentElement.scrollHeight;
  }, `panel-${panel}`);
  const width = page.viewportSize()?.width ?? 0;
  await page.setViewportSize({ width, height: Math.max(height, 900) });
}

function panelsOf(page: Page): Promise<string[]> {
  return page
    .locator("[data-panel]")
    .evaluateAll((panels) => panels.map(({ id }) => id.replace("panel-", "")));
}
