import { findRanges, type TextRange } from "@/lib/domain/text/normalize-for-search";
import { graphemeEnd, graphemeStart } from "@/lib/domain/text/grapheme-edges";
import type { Step } from "@/lib/domain/task/step";
import { stepTexts } from "./step-texts";

/** The words around a match, with the name of the text they stand in. */
export type Snippet = { name: string; text: string; ranges: TextRange[] };

const BEFORE = 12;
const AFTER = 160;

/** The first place where a step says the normalized `needle`, in one line; `null` where it does not. */
export function matchSnippet(step: Step, needle: string): Snippet | null {
  for (const { name, text } of stepTexts(step)) {
    const [match] = findRanges(text, needle, 1);
    if (match === undefined) continue;
    const around = cut(text, match.start - BEFORE, match.end + AFTER);
    const line = around.replace(/\s+/g, " ");
    return { name, text: line, ranges: findRanges(line, needle) };
  }
  return null;
}

/** A part of a text that begins and ends with whole signs, with an ellipsis for what is left out. */
function cut(text: string, from: number, to: number): string {
  const start = graphemeEnd(text, from);
  const end = graphemeStart(text, to);
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}
