import { expect, it } from "vitest";
import { MOST_ON_BOARD } from "@/lib/contract/board";
import { wallGrid } from "./wall-grid";
import { WALL_COLUMNS, WALL_ROWS } from "./wall-classes";

const COUNTS = Array.from({ length: MOST_ON_BOARD }, (_, index) => index + 1);
const SHAPES = ["landscape", "portrait"] as const;

it("makes tiles as large as they can be on a wall without scrolling", () => {
  const grids = [1, 2, 3, 4, 6, 9, 12, 24].map((count) => {
    const { columns, rows } = wallGrid(count, "landscape");
    return [count, columns, rows];
  });
  expect(grids).toEqual([
    [1, 1, 1],
    [2, 2, 1],
    [3, 2, 2],
    [4, 2, 2],
    [6, 3, 2],
    [9, 3, 3],
    [12, 4, 3],
    [24, 6, 4],
  ]);
});

it.each(SHAPES)(
  "has a place for every tile of a %s wall, and no row or column too many",
  (shape) => {
    for (const count of COUNTS) {
      const { columns, rows } = wallGrid(count, shape);
      expect(columns * rows).toBeGreaterThanOrEqual(count);
      expect((rows - 1) * columns).toBeLessThan(count);
      expect(columns).toBeLessThanOrEqual(count);
    }
  },
);

it.each(SHAPES)("has a class for every grid of a %s wall", (shape) => {
  for (const count of COUNTS) {
    const { columns, rows } = wallGrid(count, shape);
    expect(WALL_COLUMNS[shape][columns - 1]).toContain(`grid-cols-${String(columns)}`);
    expect(WALL_ROWS[shape][rows - 1]).toContain(`grid-rows-${String(rows)}`);
  }
});
