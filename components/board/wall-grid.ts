/** Columns and rows of a wall, the same room for every tile. */
export type WallGrid = { columns: number; rows: number };

/** The screens that walls are made for, width to height: the least wide of a desk, and a telephone. */
const SHAPES = { landscape: [16, 10], portrait: [9, 18] } as const;
/** Words and picture of a tile want this much width for their height. */
const TILE = [5, 4] as const;

/**
 * The grid in which so many tiles are largest without scrolling; of two that are as good, the one with less room left
 * over. It goes by the kind of the screen and not by its size, so that the server draws it, too.
 */
export function wallGrid(count: number, shape: keyof typeof SHAPES): WallGrid {
  const most = Math.max(1, count);
  let best = { columns: 1, rows: most };
  for (let columns = 2; columns <= most; columns += 1) {
    const grid = { columns, rows: Math.ceil(most / columns) };
    if (isBetter(grid, best, shape)) best = grid;
  }
  return best;
}

function isBetter(a: WallGrid, b: WallGrid, shape: keyof typeof SHAPES): boolean {
  const [one, other] = [scaleOf(a, shape), scaleOf(b, shape)];
  return one === other ? a.columns * a.rows < b.columns * b.rows : one > other;
}

/** How large a tile of the wanted form is that fits into its room. */
function scaleOf({ columns, rows }: WallGrid, shape: keyof typeof SHAPES): number {
  const [width, height] = SHAPES[shape];
  return Math.min(width / columns / TILE[0], height / rows / TILE[1]);
}
