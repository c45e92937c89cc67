import { truncate } from "@/lib/domain/text/truncate";
import { quotedBlock } from "./quoted-block";

/** A part of a document: a heading of ours, and below it a text of the run. */
export type Section = {
  /** What it is called where it had to be left out. */
  name: string;
  heading: string;
  /** Quoted in a fence; a section without is left out and not missed. */
  quoted: string;
  /** The lowest is given room first. */
  rank: number;
  /** The most that it may take, in UTF-16 units. */
  most: number;
};

/** A document, and the names of what was cut or left out. */
export type Fitted = { text: string; leftOut: readonly string[] };

const BETWEEN = "\n\n";
/** Room for the line that tells what was left out. */
const NOTE = 320;

/**
 * Joins a beginning of ours and the sections, in their order, to a document of at most `budget` UTF-16 units. Which of
 * them get room is a matter of their ranks; the last line says what did not.
 */
export function fitSections(sections: readonly Section[], begin: string, budget: number): Fitted {
  const beginning = truncate(begin, Math.max(0, budget - NOTE));
  let left = budget - NOTE - beginning.length;
  const blocks = new Map<Section, string>();
  const cut = new Set<Section>();
  for (const section of sections.toSorted((a, b) => a.rank - b.rank)) {
    const around = section.heading.length + 2 * BETWEEN.length;
    const { block, isCut } = quotedBlock(section.quoted, Math.min(section.most, left) - around);
    if (isCut) cut.add(section);
    if (block === "") continue;
    blocks.set(section, `${section.heading}${BETWEEN}${block}`);
    left -= around + block.length;
  }
  const leftOut = sections.filter((section) => cut.has(section)).map(({ name }) => name);
  const parts = [beginning, ...sections.flatMap((section) => blocks.get(section) ?? [])];
  if (leftOut.length > 0) parts.push(noteOf(leftOut));
  return { text: truncate(parts.join(BETWEEN), budget), leftOut };
}

function noteOf(leftOut: readonly string[]): string {
  const words = `Cut or left out for size: ${leftOut.join(", ")}`;
  return truncate(words, NOTE - BETWEEN.length - 1) + (words.length < NOTE - 3 ? "." : "");
}
