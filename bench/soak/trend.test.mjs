// @ts-check
import fc from "fast-check";
import { expect, it } from "vitest";
import { trendOf } from "./trend.mjs";

const coordinate = fc.integer({ min: -1000, max: 1000 });

it("finds the slope of a line, whatever it is, without an error", () => {
  const xs = fc.uniqueArray(coordinate, { minLength: 3, maxLength: 40 });
  fc.assert(
    fc.property(xs, coordinate, coordinate, (at, slope, height) => {
      const found = trendOf(at.map((x) => ({ x, y: slope * x + height })));
      expect(found?.slope).toBeCloseTo(slope, 6);
      expect(found?.standardError).toBeCloseTo(0, 6);
    }),
  );
});

it("finds what a textbook finds", () => {
  const points = [2, 4, 5, 4, 5].map((y, index) => ({ x: index + 1, y }));
  const found = trendOf(points);
  expect(found?.slope).toBeCloseTo(0.6, 12);
  expect(found?.standardError).toBeCloseTo(Math.sqrt(0.08), 12);
});

it("tells nothing from two points, or from points above one another", () => {
  expect(
    trendOf([
      { x: 0, y: 0 },
      { x: 1, y: 9 },
    ]),
  ).toBeNull();
  expect(trendOf([1, 2, 3].map((y) => ({ x: 5, y })))).toBeNull();
});
