import { graphemeEnd, graphemeStart } from "./grapheme-edges";

const ELLIPSIS = "…";

/**
 * A text of at most `longest` UTF-16 units: the text itself, or its beginning and an ellipsis. Never cut inside what
 * readers see as one sign.
 */
export function truncate(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return longest < 1 ? "" : `${beginningOf(text, longest - 1)}${ELLIPSIS}`;
}

/** The beginning of a text, of at most `longest` UTF-16 units, without a word that something follows. */
export function beginningOf(text: string, longest: number): string {
  return text.slice(0, graphemeStart(text, longest));
}

/** The end of a text, of at most `longest` UTF-16 units. */
export function endOf(text: string, longest: number): string {
  return text.slice(graphemeEnd(text, text.length - longest));
}
