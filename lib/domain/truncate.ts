/** How far before a cut a character may begin that is cut through: families, flags and stacked marks are long. */
const WINDOW = 48;

let segmenter: Intl.Segmenter | null = null;

/**
 * A text of at most `most` UTF-16 units, its end marked by `…` when something was left out. It never ends within a
 * character, neither in half of a surrogate pair nor within a letter and its marks or an emoji of several parts.
 */
export function truncate(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, wholeEnd(text, Math.max(0, most - 1)))}…`;
}

/** The last place at or before `end` where a character ends. */
export function wholeEnd(text: string, end: number): number {
  if (end <= 0) return 0;
  if (end >= text.length) return text.length;
  // Between two plain characters nothing can be cut.
  if (isPlain(text.charCodeAt(end - 1)) && isPlain(text.charCodeAt(end))) return end;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const start = windowStart(text, end);
  let last = start;
  for (const { index, segment } of segmenter.segment(text.slice(start, end + WINDOW))) {
    const next = start + index + segment.length;
    if (next > end) break;
    last = next;
  }
  // A character longer than the window is no word of any language.
  const isEndless = end - start >= WINDOW - 1;
  if (last === start && isEndless) return isLowSurrogate(text.charCodeAt(end)) ? end - 1 : end;
  return last;
}

/** A place before `end` where a character begins for sure, or as far back as is looked. */
function windowStart(text: string, end: number): number {
  const furthest = Math.max(0, end - WINDOW);
  for (let at = end - 1; at > furthest; at -= 1) {
    if (isPlain(text.charCodeAt(at)) && isPlain(text.charCodeAt(at - 1))) return at;
  }
  return isLowSurrogate(text.charCodeAt(furthest)) ? furthest + 1 : furthest;
}

/** ASCII without line ends: CR and LF are one character. */
function isPlain(code: number): boolean {
  return code >= 0x20 && code < 0x7f;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
