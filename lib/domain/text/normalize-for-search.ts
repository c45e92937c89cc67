import { graphemeEnd, graphemeStart } from "./grapheme-edges";

/** A part of a text, in UTF-16 units: from `start` up to and without `end`. */
export type TextRange = { start: number; end: number };

const ASCII = /^[\0-\x7f]*$/;
const MARK = /^\p{M}/u;
const MOST_RANGES = 500;
/** Normalising marks in an odd order takes the square of their number, so that a text is normalized piece by piece. */
const PIECE = 32;
/** A unit becomes four at most, and a piece is up to two long. */
const MOST_FROM_PIECE = 8 * PIECE;

/** A text as it is compared while searching: without case and without the accents of Latin, Greek and Cyrillic letters. */
export function normalizeForSearch(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  if (text.length <= PIECE) return normalizePiece(text);
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    const to = endOfPiece(text, from);
    pieces.push(normalizePiece(text.slice(from, to)));
    from = to;
  }
  return pieces.join("");
}

/**
 * Where a folded `needle` stands in a text, in order and apart from one another, at most `most` times. A range never
 * cuts a sign that readers see as one, such as an emoji made of several or a letter with its accent.
 */
export function findRanges(text: string, needle: string, most = MOST_RANGES): TextRange[] {
  if (needle === "") return [];
  const normalized = normalizeForSearch(text);
  const ranges: TextRange[] = [];
  const placeOf = normalized === text || ASCII.test(text) ? (at: number) => at : placesIn(text);
  for (
    let at = normalized.indexOf(needle);
    at !== -1 && ranges.length < most;
    at = normalized.indexOf(needle, at + needle.length)
  ) {
    const first = placeOf(at);
    const last = placeOf(at + needle.length - 1);
    const before = ranges.at(-1);
    if (before !== undefined && first < before.end) {
      // A sign that is marked already may hold the needle many times.
      if (last >= before.end) before.end = graphemeEnd(text, last + 1);
    } else {
      const start = Math.max(before?.end ?? 0, graphemeStart(text, first));
      ranges.push({ start, end: graphemeEnd(text, last + 1) });
    }
  }
  return ranges;
}

function normalizePiece(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("ς", "σ");
}

/** A piece ends before a letter rather than among its marks, and never inside a character. */
function endOfPiece(text: string, from: number): number {
  let to = from + PIECE;
  while (to < text.length && to < from + 2 * PIECE && MARK.test(text.slice(to, to + 2))) to++;
  return isLowHalf(text, to) ? to + 1 : to;
}

/** Tells where the character of the text begins that a normalized unit comes from. Is to be asked in rising order. */
function placesIn(text: string): (at: number) => number {
  let place = 0;
  let normalized = 0;
  return (at) => {
    for (;;) {
      const isFar = at - normalized > MOST_FROM_PIECE;
      const to = isFar ? endOfPiece(text, place) : place + (isLowHalf(text, place + 1) ? 2 : 1);
      const length = normalizeForSearch(text.slice(place, to)).length;
      if (normalized + length > at || to >= text.length) return place;
      place = to;
      normalized += length;
    }
  };
}

function isLowHalf(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
