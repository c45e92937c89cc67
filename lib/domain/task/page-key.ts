import { beginningOf } from "@/lib/domain/text/truncate";

const TRACKING = /^(?:utm_|gclid$|fbclid$|msclkid$)/;
const LONGEST = 4000;

/**
 * One text for all addresses of one page, by which steps and runs agree on where they are: the scheme, `www.`, the order
 * of a query, campaign marks, a place in the page and a slash at the end do not count. `null` where no address is
 * recorded: nobody can tell whether two are one.
 */
export function pageKey(url: string): string | null {
  const text = beginningOf(url.trim(), LONGEST);
  if (text === "") return null;
  if (!URL.canParse(text)) return text.replace(/\s+/g, " ").toLowerCase();
  const { protocol, host, pathname, searchParams, hash, href } = new URL(text);
  if (protocol !== "http:" && protocol !== "https:") return href;
  const query = [...searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  const route = /^#[/!]/.test(hash) ? hash : "";
  const path = pathname.replace(/\/$/, "");
  return `${host.replace(/^www\./, "")}${path}${query.length === 0 ? "" : `?${query.join("&")}`}${route}`;
}
