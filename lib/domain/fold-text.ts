/** A part of a text, in UTF-16 units: from `start` up to and without `end`. */
export type TextRange = { start: number; end: number };

const ASCII = /^[\0-\x7f]*$/;
const MOST_RANGES = 500;
let segmenter: Intl.Segmenter | null = null;

/** A text as it is compared while searching: without case and without the accents of Latin, Greek and Cyrillic letters. */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("ς", "σ");
}

/**
 * Where a folded `needle` stands in a text, in order and apart from one another, at most 500 times. A range never
 * cuts a sign that readers see as one, such as an emoji made of several or a letter with its accent.
 */
export function findRanges(text: string, needle: string): TextRange[] {
  if (needle === "" || !foldText(text).includes(needle)) return [];
  const { folded, starts, ends } = ASCII.test(text) ? foldPlain(text) : foldSigns(text);
  const ranges: TextRange[] = [];
  let at = folded.indexOf(needle);
  while (at !== -1 && ranges.length < MOST_RANGES) {
    const last = at + needle.length - 1;
    const start = starts?.[at] ?? at;
    const end = ends?.[last] ?? last + 1;
    const before = ranges.at(-1);
    if (before !== undefined && start < before.end) before.end = end;
    else ranges.push({ start, end });
    at = folded.indexOf(needle, last + 1);
  }
  return ranges;
}

type Folded = { folded: string; starts: number[] | null; ends: number[] | null };

function foldPlain(text: string): Folded {
  return { folded: text.toLowerCase(), starts: null, ends: null };
}

/** Folds sign by sign and remembers from where to where in the text each folded unit's sign stands. */
function foldSigns(text: string): Folded {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const part = foldText(segment);
    parts.push(part);
    starts.push(...Array<number>(part.length).fill(index));
    ends.push(...Array<number>(part.length).fill(index + segment.length));
  }
  return { folded: parts.join(""), starts, ends };
}
