const LONGEST = 96;
/** Control characters and those that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Cf}\s]+/gu;
const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/**
 * A short piece of foreign text in quotation marks, on one line, for a sentence of ours. It keeps its own
 * direction and cannot turn that of the sentence. `null` when nothing is left to quote.
 */
export function quoteText(text: string, longest = LONGEST): string | null {
  const line = text
    .slice(0, longest * 8)
    .replace(UNSEEN, " ")
    .trim();
  if (line === "") return null;
  // By code points, so that no sign is cut in two.
  const signs = Array.from(line);
  const short =
    signs.length > longest
      ? `${signs
          .slice(0, longest - 1)
          .join("")
          .trim()}…`
      : line;
  return `“${FIRST_STRONG_ISOLATE}${short}${POP_ISOLATE}”`;
}
