/** A call that opens a page, or the argument of one, and the address in quotes behind it. */
const OPENS =
  /\b(?:goto|navigate|newPage|newTab|openTab|createTarget|open)\s*\(\s*(?:\{[^{}"'`]{0,80})?(?:["']?url["']?\s*:\s*)?(["'`])(https?:\/\/[^"'`\s\\<>]{1,2000})\1/g;
/** The same of the browser's own protocol: its name stands before, its parameters follow. */
const PROTOCOL =
  /["'`](?:Page\.navigate|Target\.createTarget)["'`]\s*,\s*\{[^{}"'`]{0,80}["']?url["']?\s*:\s*(["'`])(https?:\/\/[^"'`\s\\<>]{1,2000})\1/g;

/**
 * The address of the last page that a program plainly opens, such as `page.goto("https://…")`; `null` where none stands
 * there in full. An address that is put together at run time is none.
 */
export function pageInCode(code: string): string | null {
  let last: { at: number; address: string } | null = null;
  for (const pattern of [OPENS, PROTOCOL]) {
    for (const match of code.matchAll(pattern)) {
      const address = match[2] ?? "";
      if (address.includes("${") || !URL.canParse(address)) continue;
      if (last === null || match.index > last.at) last = { at: match.index, address };
    }
  }
  return last?.address ?? null;
}
