import type { Page } from "@playwright/test";

/** Puts the clock of a page into the hands of the test; before the page is opened. It runs as usual until then. */
export async function takeClock(page: Page): Promise<void> {
  await page.clock.install();
}

/**
 * What a page asks of our API while `seconds` pass on its clock, all timers in between included. Waiting that long
 * would show less: a busy machine fires few timers.
 */
export async function askedWithin(page: Page, seconds: number): Promise<string[]> {
  const asked: string[] = [];
  const note = (request: { url: () => string }) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith("/api/")) asked.push(pathname + search);
  };
  page.on("request", note);
  await page.clock.runFor(seconds * 1000);
  // Requests are told in their order, so that one of ours comes after all of the page's.
  await Promise.all([
    page.waitForRequest((request) => request.url().endsWith("/healthz?after")),
    page.evaluate(() => fetch("/healthz?after").then(() => null)),
  ]);
  page.off("request", note);
  return asked;
}
