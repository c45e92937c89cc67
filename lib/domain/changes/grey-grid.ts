/** How many cells a grid has: at 1280 by 800 pixels one is 10 by 10, and a digit that changes shows in it. */
export const GRID = { columns: 128, rows: 80 } as const;

/** A picture as small as it can be compared: the mean grey of each cell, 0 to 255, row by row, and its own size in pixels. */
export type GreyGrid = { cells: Uint8Array; width: number; height: number };

/** A part of a picture, in fractions of its width and height from its upper left corner. */
export type ChangedBox = { x: number; y: number; width: number; height: number };
