// @ts-check

/** Seven signs of a kind and a name, as merges leave them; formatters of Markdown put spaces or strokes between. */
const SIDES = ["<", ">", "\\\\>"].map(
  (sign) => new RegExp(`^\\s*(?:${sign}[ \\t]*){7}(?<=[ \\t])[^<>\\s\\\\]`),
);
/** What both sides had, and the line between them; a heading of Markdown may have any other number of equal signs. */
const MIDDLE = [/^\s*\|{7}[ \t]\S/, /^={7}$/];

/**
 * The lines of a text, from 1, on which a mark of a merge was left, whether or not a formatter made something else of it.
 * @param {string} text
 * @returns {number[]}
 */
export function mergeMarks(text) {
  return text
    .split(/\r?\n/)
    .flatMap((line, index) =>
      [...SIDES, ...MIDDLE].some((mark) => mark.test(line)) ? [index + 1] : [],
    );
}
