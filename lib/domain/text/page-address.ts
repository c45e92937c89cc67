/** How the address of a page is shown: its real host in ASCII, or a word for what has none. */
export type PageAddress = {
  label: string;
  /** Safe to put into a link; `null` for anything but http and https. */
  href: string | null;
};

const WORD_BY_PROTOCOL: ReadonlyMap<string, string> = new Map([
  ["about:", "Blank page"],
  ["data:", "Inline page"],
  ["chrome:", "Browser page"],
  ["chrome-error:", "Browser error page"],
  ["chrome-extension:", "Browser extension"],
  ["file:", "Local file"],
  ["view-source:", "Page source"],
  ["blob:", "Inline page"],
]);

/**
 * Reads the address a step stood on. It was chosen by a web page, so the label comes from the parsed host
 * (`https://bank.example@evil.example/` reads as `evil.example`) and other schemes get no link.
 */
export function toPageAddress(url: string): PageAddress {
  const text = url.trim();
  if (text === "") return { label: "No address", href: null };
  if (text === "data:,") return { label: "Blank page", href: null };
  const parsed = parseUrl(text);
  if (parsed === null) return { label: "Unreadable address", href: null };
  if (parsed.protocol === "http:" || parsed.protocol === "https:") {
    return { label: parsed.host.replace(/^www\./, ""), href: parsed.href };
  }
  return { label: WORD_BY_PROTOCOL.get(parsed.protocol) ?? `${parsed.protocol} page`, href: null };
}

/** True for a host with letters beyond ASCII, which the parser spells as `xn--…`: `аpple.com` in Cyrillic. */
export function isLookAlikeHost(host: string): boolean {
  return /(?:^|\.)xn--/.test(host);
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
