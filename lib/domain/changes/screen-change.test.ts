import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GRID, type GreyGrid } from "./grey-grid";
import { screenChange, TOLERANCE } from "./screen-change";

const COUNT = GRID.columns * GRID.rows;

/** A picture of stripes, so that it is not of one colour. */
function picture(size: Partial<Pick<GreyGrid, "width" | "height">> = {}): GreyGrid {
  const cells = Uint8Array.from({ length: COUNT }, (_, at) => 40 + (at % GRID.columns));
  return { cells, width: 1280, height: 800, ...size };
}

/** The same picture where the cells at some places are another grey. */
function withCells(at: readonly number[], by: number): GreyGrid {
  const grid = picture();
  for (const one of at) grid.cells[one] = (grid.cells[one] ?? 0) + by;
  return grid;
}

const places = fc.uniqueArray(fc.nat(COUNT - 1), { maxLength: 300 });

describe("two pictures", () => {
  it("that differ by the noise of a codec are the same", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -TOLERANCE, max: TOLERANCE }), { minLength: 1 }),
        (noise) => {
          const noisy = picture();
          noisy.cells.forEach(
            (grey, at) => (noisy.cells[at] = grey + (noise[at % noise.length] ?? 0)),
          );
          expect(screenChange(picture(), noisy)).toMatchObject({ share: 0, boxes: [] });
        },
      ),
    );
  });

  it("differ by as many cells one way as the other, and in the same places", () => {
    fc.assert(
      fc.property(places, (at) => {
        const there = screenChange(picture(), withCells(at, 20));
        expect(there?.share).toBeCloseTo(at.length / COUNT);
        expect(screenChange(withCells(at, 20), picture())).toEqual(there);
      }),
    );
  });

  it("have their changed cells in boxes within the picture, unless there are too many boxes", () => {
    fc.assert(
      fc.property(places, (at) => {
        const boxes = screenChange(picture(), withCells(at, 20))?.boxes ?? [];
        expect(boxes.length === 0).toBe(at.length === 0);
        for (const { x, y, width, height } of boxes) {
          expect(
            Math.min(x, y, 1 - x - width + 1e-9, 1 - y - height + 1e-9),
          ).toBeGreaterThanOrEqual(0);
        }
        const isIn = (cell: number) => {
          const x = (cell % GRID.columns) / GRID.columns;
          const y = Math.floor(cell / GRID.columns) / GRID.rows;
          return boxes.some((b) => x >= b.x && x < b.x + b.width && y >= b.y && y < b.y + b.height);
        };
        if (boxes.length < 4) expect(at.every(isIn)).toBe(true);
      }),
    );
  });

  it("of a page that was scrolled by a line differ all over", () => {
    const grid = picture();
    const shifted = { ...grid, cells: grid.cells.map((_, at) => grid.cells[at - 3] ?? 0) };
    expect(screenChange(grid, shifted)?.share).toBeGreaterThan(0.9);
  });

  it("of two sizes cannot be compared", () => {
    expect(screenChange(picture(), picture({ height: 801 }))).toBeNull();
  });

  it("a box holds what lies together, and what lies apart has its own", () => {
    const clock = 3;
    const dialog = [40, 42, 45].flatMap((row) => [
      row * GRID.columns + 60,
      row * GRID.columns + 64,
    ]);
    expect(screenChange(picture(), withCells([clock, ...dialog], 20))?.boxes).toEqual([
      { x: 60 / 128, y: 0.5, width: 5 / 128, height: 6 / 80 },
      { x: 3 / 128, y: 0, width: 1 / 128, height: 1 / 80 },
    ]);
  });
});

it.each([
  ["of the usual size", picture(), true],
  ["at twice the pixels", picture({ width: 2560, height: 1600 }), true],
  ["of a whole long page", picture({ height: 6000 }), false],
  ["of one colour", { ...picture(), cells: new Uint8Array(COUNT).fill(255) }, false],
])("a picture %s tells that nothing changed: %j", (_, grid, isTelling) => {
  expect(screenChange(grid, grid)).toEqual({ share: 0, boxes: [], isTelling });
});
