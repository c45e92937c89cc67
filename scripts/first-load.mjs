// @ts-check
import { gzipSync } from "node:zlib";

/** What the size of an empty page depends on. */
export const MEASURED_PACKAGES = ["@tanstack/react-query", "next", "react", "react-dom"];
/** The committed size of an empty page, and for which packages it was measured. */
export const EMPTY_PAGE_FILE = "e2e/empty-page.json";

/**
 * The bytes of JavaScript that a page loads at first: every script in its HTML and every one it asks the browser to
 * load ahead, each under gzip at its best.
 * @param {string} origin
 * @param {string} path
 * @param {Record<string, string>} headers What the page is asked with.
 */
export async function firstLoadBytes(origin, path, headers = {}) {
  const page = await fetch(new URL(path, origin), { headers });
  if (!page.ok) throw new Error(`${path} answered ${String(page.status)}.`);
  const html = await page.text();
  const addresses = new Set();
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/g)) {
    const isLink = tag.startsWith("<link");
    if (isLink && !/\bas="script"|\brel="modulepreload"/.test(tag)) continue;
    const address = (isLink ? /\bhref="([^"]+)"/ : /\bsrc="([^"]+)"/).exec(tag)?.[1];
    if (address !== undefined) addresses.add(address);
  }
  let bytes = 0;
  for (const address of addresses) {
    const script = await fetch(new URL(address, origin));
    if (!script.ok) throw new Error(`${address} answered ${String(script.status)}.`);
    bytes += gzipSync(Buffer.from(await script.arrayBuffer()), { level: 9 }).length;
  }
  return bytes;
}
