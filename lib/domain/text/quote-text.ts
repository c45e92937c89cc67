import { beginningOf, truncate } from "./truncate";

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
  const line = beginningOf(text, longest * 8)
    .replace(UNSEEN, " ")
    .trim();
  if (line === "") return null;
  const short = truncate(line, longest).replace(/ …$/, "…");
  return `“${FIRST_STRONG_ISOLATE}${short}${POP_ISOLATE}”`;
}
