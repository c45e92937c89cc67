import { expect, type Page } from "@playwright/test";
import { EMULATOR, PRODUCT } from "./settings";

/** What a hostile text could bring about, noted from the moment it is watched. */
export type PageWatch = {
  /** Fails when a script of theirs ran, a request left for another host, or something opened by itself. */
  expectCalm: () => Promise<void>;
  /** Requests that change something. */
  changes: string[];
};

/** Watches a page and whatever it opens. A live view may load from the emulator. */
export function watchPage(page: Page): PageWatch {
  const strange: string[] = [];
  const changes: string[] = [];
  page.context().on("request", (request) => {
    const url = request.url();
    if (!/^(?:data|blob|about):/.test(url) && !url.startsWith(PRODUCT) && !url.startsWith(EMULATOR))
      strange.push(`request to ${url}`);
    if (request.method() !== "GET") changes.push(`${request.method()} ${new URL(url).pathname}`);
  });
  page.on("dialog", (dialog) => {
    strange.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => strange.push(`popup: ${popup.url()}`));
  page.on("download", (download) => strange.push(`download: ${download.suggestedFilename()}`));
  return {
    changes,
    expectCalm: async () => {
      expect(strange).toEqual([]);
      expect(await page.evaluate(() => "pwned" in window || "polluted" in {})).toBe(false);
      expect(new URL(page.url()).origin).toBe(PRODUCT);
    },
  };
}
