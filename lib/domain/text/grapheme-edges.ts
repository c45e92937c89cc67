/*
 * Where one sign ends and the next begins: what readers see as one, such as an emoji made of several, a flag, a letter
 * with its accents or a Hangul syllable. Whole texts are never segmented, as that is slow: only what stands around
 * one place.
 */

/** Between two of these a sign always ends: Latin, Cyrillic, Hebrew and Arabic letters, kana, ideographs, syllables. */
const PLAIN =
  /^[ -~\u00a1-\u02ff\u0400-\u0482\u05d0-\u05ea\u0620-\u064a\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]{2}$/;
/** What goes on for longer is no sign of any script: it is cut between two characters. */
const LONGEST_SIGN = 1024;
const AFTER = 64;
let segmenter: Intl.Segmenter | null = null;

/** The last place in the text up to `at`, in UTF-16 units, that lies inside no sign. */
export function graphemeStart(text: string, at: number): number {
  return at <= 0 ? 0 : isEdge(text, at) ? Math.min(at, text.length) : signAround(text, at).start;
}

/** The first place in the text from `at` on, in UTF-16 units, that lies inside no sign. */
export function graphemeEnd(text: string, at: number): number {
  return at <= 0 ? 0 : isEdge(text, at) ? Math.min(at, text.length) : signAround(text, at).end;
}

function isEdge(text: string, at: number): boolean {
  return at >= text.length || PLAIN.test(text.slice(at - 1, at + 1));
}

/** The sign that `at` lies in, empty when it lies between two. */
function signAround(text: string, at: number): { start: number; end: number } {
  let from = at - 1;
  while (from > 0 && at - from < LONGEST_SIGN && !isEdge(text, from)) from--;
  from = wholeFrom(text, from);
  const near = text.slice(from, wholeFrom(text, at + AFTER));
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  const sign = segmenter.segment(near).containing(at - from);
  const start = from + (sign?.index ?? at - from);
  // What began before the part that was looked at, or ends behind it, is longer than any sign.
  if (start === from && from > 0 && !isEdge(text, from)) return wholeAround(text, at);
  return start === at ? { start, end: at } : { start, end: start + (sign?.segment.length ?? 0) };
}

function wholeAround(text: string, at: number): { start: number; end: number } {
  const start = wholeFrom(text, at);
  return { start, end: start === at ? at : start + 2 };
}

/** The same place, or the one before it where it would part the halves of a character. */
function wholeFrom(text: string, at: number): number {
  const isInPair =
    at > 0 &&
    (text.charCodeAt(at) & 0xfc00) === 0xdc00 &&
    (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
  return isInPair ? at - 1 : at;
}
