/** Past this many characters no Markdown is parsed. */
const LONGEST = 64 * 1024;
const MOST_LINES = 2000;
/** Quotes and lists in one another. */
const DEEPEST = 24;
/** How often each sign that a parser must match up with others may stand in a text. */
const MOST: Readonly<Record<string, number>> = {
  "*": 2500,
  _: 2500,
  "~": 2500,
  "[": 1500,
  "]": 1500,
  "`": 2500,
  "<": 2500,
  "&": 4000,
  "\\": 4000,
  "|": 8000,
};
const NESTING = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t>]+)*/gm;
const MARKER = />|[-*+](?=[ \t])|\d[.)](?=[ \t])/g;
const DEFINITION = /^[ >\t]*\[[^\]\n]{1,999}\]:.*$/gm;
/** What all uses of the longest definition may come to, in characters. */
const MOST_REFERRED = 200_000;

/**
 * True for Markdown that can be parsed in no time: texts exist that keep a parser busy for minutes, or grow a
 * thousandfold. Anything unusual is better shown as the text it is.
 */
export function isLightMarkdown(text: string): boolean {
  if (text.length > LONGEST) return false;
  const counts = countSigns(text);
  if ((counts.get("\n") ?? 0) > MOST_LINES) return false;
  if (Object.entries(MOST).some(([sign, most]) => (counts.get(sign) ?? 0) > most)) return false;
  return isShallow(text) && refersToLittle(text, counts.get("[") ?? 0);
}

function countSigns(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sign of text) {
    if (sign === "\n" || Object.hasOwn(MOST, sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return counts;
}

/** Depth by markers on one line, and by indentation: two columns can be a level. */
function isShallow(text: string): boolean {
  for (const [lead] of text.matchAll(NESTING)) {
    const columns = lead.replaceAll("\t", "    ").length;
    if (columns > DEEPEST * 4 || (lead.match(MARKER)?.length ?? 0) > DEEPEST) return false;
  }
  return true;
}

/** A definition may be used as often as there are brackets, and each use brings all of it. */
function refersToLittle(text: string, brackets: number): boolean {
  const longest = Array.from(text.matchAll(DEFINITION), ([line]) => line.length);
  return Math.max(0, ...longest) * brackets <= MOST_REFERRED;
}
