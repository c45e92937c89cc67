/** One element of a sequence as numbers that stand for texts: equal numbers, equal texts. */
export type Element = { whole: number; page: number; action: number };

/** Two places that belong together, in a first and a second sequence. */
export type Pair = readonly [first: number, second: number];

/** A part of both sequences, ends excluded. */
type Box = { top: number; bottom: number; left: number; right: number };

/** The largest table that is filled; a thousand by a thousand fits. Two bytes a cell. */
const MOST_CELLS = 1_200_000;
const SAME = 4;
const ALIKE = 1;

/**
 * The best alignment of two sequences as pairs in order: as many equal elements as possible, then as many that
 * share their page or their actions (Needleman–Wunsch without a price for gaps). Parts too large for one table are
 * cut where an element occurs exactly once on both sides, and where there is none, by position.
 */
export function alignSequences(first: readonly Element[], second: readonly Element[]): Pair[] {
  let start = 0;
  const shorter = Math.min(first.length, second.length);
  while (start < shorter && first[start]?.whole === second[start]?.whole) start++;
  let end = 0;
  while (
    end < shorter - start &&
    first[first.length - 1 - end]?.whole === second[second.length - 1 - end]?.whole
  ) {
    end++;
  }
  const middle = {
    top: start,
    bottom: first.length - end,
    left: start,
    right: second.length - end,
  };
  return [
    ...Array.from({ length: start }, (_, at): Pair => [at, at]),
    ...alignBox(first, second, middle),
    ...Array.from({ length: end }, (_, at): Pair => [middle.bottom + at, middle.right + at]),
  ];
}

function alignBox(first: readonly Element[], second: readonly Element[], box: Box): Pair[] {
  const cells = (box.bottom - box.top) * (box.right - box.left);
  if (cells === 0) return [];
  if (cells <= MOST_CELLS) return fillTable(first, second, box);
  const anchors = findAnchors(first, second, box);
  if (anchors.length === 0) return cutByPosition(first, second, box, cells);
  const pairs: Pair[] = [];
  let { top, left } = box;
  for (const [row, column] of anchors) {
    pairs.push(...alignBox(first, second, { top, bottom: row, left, right: column }), [
      row,
      column,
    ]);
    top = row + 1;
    left = column + 1;
  }
  pairs.push(...alignBox(first, second, { ...box, top, left }));
  return pairs;
}

/** Without anything unique to hold on to, the runs are taken to go on at one pace. */
function cutByPosition(
  first: readonly Element[],
  second: readonly Element[],
  box: Box,
  cells: number,
): Pair[] {
  const parts = Math.ceil(Math.sqrt(cells / MOST_CELLS));
  const cut = (from: number, to: number, part: number) =>
    from + Math.floor(((to - from) * part) / parts);
  return Array.from({ length: parts }, (_, part) =>
    alignBox(first, second, {
      top: cut(box.top, box.bottom, part),
      bottom: cut(box.top, box.bottom, part + 1),
      left: cut(box.left, box.right, part),
      right: cut(box.left, box.right, part + 1),
    }),
  ).flat();
}

/** Elements that occur once on each side, the longest chain of them that runs the same way on both. */
function findAnchors(first: readonly Element[], second: readonly Element[], box: Box): Pair[] {
  const rows = placesOfUnique(first, box.top, box.bottom);
  const columns = placesOfUnique(second, box.left, box.right);
  const pairs: Pair[] = [];
  for (const [whole, row] of rows) {
    const column = columns.get(whole);
    if (row !== null && column !== undefined && column !== null) pairs.push([row, column]);
  }
  return longestChain(pairs.sort((a, b) => a[0] - b[0]));
}

/** The place of each element between two ends; `null` for one that occurs more than once. */
function placesOfUnique(
  elements: readonly Element[],
  from: number,
  to: number,
): Map<number, number | null> {
  const places = new Map<number, number | null>();
  elements.slice(from, to).forEach(({ whole }, at) => {
    places.set(whole, places.has(whole) ? null : from + at);
  });
  return places;
}

/** The longest part of pairs in order of their first place whose second places rise too (patience sorting). */
function longestChain(pairs: readonly Pair[]): Pair[] {
  type Link = { pair: Pair; before: Link | null };
  const piles: Link[] = [];
  for (const pair of pairs) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const half = (low + high) >> 1;
      if ((piles[half]?.pair[1] ?? 0) < pair[1]) low = half + 1;
      else high = half;
    }
    piles[low] = { pair, before: piles[low - 1] ?? null };
  }
  const chain: Pair[] = [];
  for (let link = piles.at(-1) ?? null; link !== null; link = link.before) chain.push(link.pair);
  return chain.reverse();
}

/** `table[row][column]` is the best score of what lies below and to the right. */
function fillTable(first: readonly Element[], second: readonly Element[], box: Box): Pair[] {
  const rows = box.bottom - box.top;
  const columns = box.right - box.left;
  const width = columns + 1;
  const table = new Uint16Array((rows + 1) * width);
  const at = (row: number, column: number) => table[row * width + column] ?? 0;
  const score = (row: number, column: number) =>
    scoreOf(first[box.top + row], second[box.left + column]);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const gain = score(row, column);
      const best = Math.max(at(row + 1, column), at(row, column + 1));
      const paired = gain === 0 ? 0 : gain + at(row + 1, column + 1);
      table[row * width + column] = Math.max(best, paired);
    }
  }
  const pairs: Pair[] = [];
  let row = 0;
  let column = 0;
  while (row < rows && column < columns) {
    const gain = score(row, column);
    if (gain > 0 && at(row, column) === gain + at(row + 1, column + 1)) {
      pairs.push([box.top + row++, box.left + column++]);
    } else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

function scoreOf(a: Element | undefined, b: Element | undefined): number {
  if (a === undefined || b === undefined) return 0;
  if (a.whole === b.whole) return SAME;
  return a.page === b.page || a.action === b.action ? ALIKE : 0;
}
