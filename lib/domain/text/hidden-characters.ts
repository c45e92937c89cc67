/*
 * Characters that cannot be seen and change what is: controls, those that turn the direction of a text, those without
 * width, halves of characters, tags that spell out hidden words, and marks stacked into towers.
 */

const ALWAYS =
  "[\\0-\\x08\\v\\f\\x0e-\\x1f\\x7f-\\x9f\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb\\ud800-\\udfff\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}]";
// Scripts without joined letters: nothing in them needs to be joined or kept apart.
const PLAIN = "\\p{sc=Latn}\\p{sc=Grek}\\p{sc=Cyrl}";
// What stands before a character is looked at behind it: other characters, which are nearly all, cost nothing then.
// Joiners make one sign of several emoji, and shape the letters of Persian or Hindi.
const JOINER = `[\\u200c\\u200d](?:(?<!(?![${PLAIN}])[\\p{L}\\p{M}\\p{ExtPict}\\p{EMod}][\\u200c\\u200d])|(?=[${PLAIN}\\d]))`;
// One variant of a sign is chosen by one selector; a row of them carries a message.
const SELECTOR = "[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]";
// Tags spell the region of a flag. Anywhere else, and after that, they spell what nobody sees.
const TAG =
  "[\\u{e0000}-\\u{e007f}](?<!\\u{1f3f4}[\\u{e0020}-\\u{e007f}]{0,6}[\\u{e0000}-\\u{e007f}])";
const TOWER = "\\p{M}(?<=\\p{M}{9})\\p{M}*";
const DIRECTION_MARK = "[\\u061c\\u200e\\u200f]";

const IN_RTL = `${ALWAYS}|${JOINER}|${SELECTOR}(?<=${SELECTOR}{2})|${TAG}|${TOWER}`;
const RUNS_IN_RTL = new RegExp(`((?:${IN_RTL})+)`, "u");
const RUNS = new RegExp(`((?:${IN_RTL}|${DIRECTION_MARK})+)`, "u");
const ORDINARY = /^[\t\n\r -~]*$/;
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A text cut at its hidden characters: what is seen at even places, runs of hidden characters at odd ones. */
export function splitHidden(text: string): string[] {
  // Marks of direction belong into Arabic and Hebrew; elsewhere they only mislead.
  return ORDINARY.test(text) ? [text] : text.split(RTL.test(text) ? RUNS_IN_RTL : RUNS);
}

/** A run of hidden characters in words: `U+202E`, or `U+200B +3` for four of which that is the first. */
export function hiddenLabel(run: string): string {
  const code = (run.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  let others = -1;
  for (let at = 0; at < run.length; at += (run.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) others += 1;
  return `U+${code}${others <= 0 ? "" : ` +${String(others)}`}`;
}

/** A text whose hidden characters are spelt out, for places that take text alone: `a‹U+202E›gpj.exe`. */
export function showHidden(text: string): string {
  const labels = new Map<string, string>();
  let shown = "";
  let isHidden = false;
  for (const part of splitHidden(text)) {
    if (isHidden && !labels.has(part)) labels.set(part, `‹${hiddenLabel(part)}›`);
    shown += isHidden ? (labels.get(part) ?? "") : part;
    isHidden = !isHidden;
  }
  return shown;
}
