import type { Page } from "@playwright/test";
import { untilTakenOver } from "../fixtures";

/**
 * Opens a page that stands still: its clock says `now`, and its polls bring no news, so that it stays as the
 * server drew it, at any time of day and on a machine of any pace.
 */
export async function openStill(page: Page, path: string, now: number | string): Promise<void> {
  await page.clock.setFixedTime(now);
  await silenceDevelopment(page);
  await page.route(/\/api\/(?:tasks\/[^/]+\?since=|board\?)/, (route) =>
    route.fulfill({ status: 304 }),
  );
  await page.goto(path);
  await untilTakenOver(page);
  await untilPicturesStand(page);
}

/** Lets the development server tell the page of no change, as it does when it gets to compile a part: a page would reload. */
async function silenceDevelopment(page: Page): Promise<void> {
  await page.routeWebSocket(/\/_next\//, (socket) => {
    socket.connectToServer().onMessage((message) => {
      const isChange = typeof message === "string" && !message.includes('"turbopack-connected"');
      if (!isChange) socket.send(message);
    });
  });
}

/** Waits until every picture is drawn or known not to load, those out of sight included, and every font is there. */
async function untilPicturesStand(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = "eager";
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
    await document.fonts.ready;
  });
}
