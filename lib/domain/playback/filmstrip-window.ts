/** A strip of equally wide items, seen through a window. Lengths are pixels. */
type Strip = { count: number; itemWidth: number; scroll: number; width: number };

/** Items that are drawn on each side of what is seen, so that a short scroll shows no gap. */
const MARGIN = 8;
const MOST = 60;

/** The items to draw, `from` included and `to` not: what is seen and a little more, never more than 60. */
export function filmstripWindow(strip: Strip): { from: number; to: number } {
  const { count, itemWidth } = strip;
  const scroll = Math.max(0, Math.min(strip.scroll, count * itemWidth - strip.width));
  const first = Math.floor(scroll / itemWidth);
  const seen = Math.ceil(strip.width / itemWidth) + 1;
  const margin = Math.max(0, Math.min(MARGIN, Math.floor((MOST - seen) / 2)));
  const from = Math.max(0, first - margin);
  return { from, to: Math.min(count, first + Math.min(seen, MOST) + margin) };
}

/** Where to scroll so that an item is seen with a neighbour on each side; `null` when it is already. */
export function scrollToShow(strip: Strip, index: number): number | null {
  const { count, itemWidth, scroll, width } = strip;
  const start = (index - 1) * itemWidth;
  const end = (index + 2) * itemWidth;
  const target = start < scroll ? start : end > scroll + width ? end - width : scroll;
  const inReach = Math.max(0, Math.min(target, count * itemWidth - width));
  return inReach === scroll ? null : inReach;
}
