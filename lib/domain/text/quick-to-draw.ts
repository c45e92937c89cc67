const LONGEST = 16 * 1024;
/** About a thousand elements: some 40 ms of one core. */
const MOST_SIGNS = 1000;
/** What may begin an element in Markdown or JSON; a line may be one and hold another. */
const WEIGHT: Readonly<Record<string, number>> = {
  "\n": 2,
  "|": 1,
  "*": 1,
  _: 1,
  "~": 1,
  "[": 1,
  "]": 1,
  "{": 1,
  ",": 1,
  "`": 1,
  "@": 1,
  "<": 1,
};

/** True for an output that can be drawn by its kind while others wait, as they do for the server. */
export function isQuickToDraw(text: string): boolean {
  if (text.length > LONGEST) return false;
  let signs = 0;
  for (const sign of text) signs += Object.hasOwn(WEIGHT, sign) ? (WEIGHT[sign] ?? 0) : 0;
  return signs <= MOST_SIGNS;
}
