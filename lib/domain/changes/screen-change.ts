import { changedBoxes } from "./changed-boxes";
import { GRID, type ChangedBox, type GreyGrid } from "./grey-grid";

/**
 * Greys by which a cell may differ and count as the same. Of one page drawn twice none differs; a digit of 14 pixels
 * makes 3 to 11, the mark of a radio button 20, what a codec makes of one and the same picture 0.
 */
export const TOLERANCE = 2;
/** Pixels: in a larger cell something small may change, and its mean stays. */
const COARSEST_CELL = 32;

/** What differs between two pictures. */
export type ScreenChange = {
  /** The share of the screen that changed, 0 to 1: 0 for nothing at all. */
  share: number;
  /** The largest parts that changed, the largest first; at most four. */
  boxes: readonly ChangedBox[];
  /** So much detail was compared that `share` 0 means that nothing changed: the pictures are neither too large nor of one colour. */
  isTelling: boolean;
};

/** Compares two pictures; `null` where they differ in size, and no place in one is a place in the other. */
export function screenChange(before: GreyGrid, after: GreyGrid): ScreenChange | null {
  if (before.width !== after.width || before.height !== after.height) return null;
  const changed = after.cells.map((grey, at) => (differ(grey, before.cells[at]) ? 1 : 0));
  const count = changed.reduce((sum, one) => sum + one, 0);
  const isFine =
    after.width <= GRID.columns * COARSEST_CELL && after.height <= GRID.rows * COARSEST_CELL;
  return {
    share: count / changed.length,
    boxes: count === 0 ? [] : changedBoxes(changed),
    isTelling: isFine && !isOfOneColour(after),
  };
}

function differ(grey: number, other: number | undefined): boolean {
  return other === undefined || Math.abs(grey - other) > TOLERANCE;
}

/** A page that was not drawn yet, or a picture that failed. */
function isOfOneColour({ cells }: GreyGrid): boolean {
  return cells.every((grey) => !differ(grey, cells[0]));
}
