import { expect, it } from "vitest";
import { placeAmong } from "./step-place";

const numbered = (...numbers: number[]) => numbers.map((number) => ({ number }));

it.each([
  [3, numbered(1, 2, 3, 4, 5, 6, 7), " of 7"],
  // Steps that were not reported count.
  [5, numbered(1, 2, 5), " of 5"],
  [40, numbered(40, 41), " of 41"],
  [0, numbered(0, 1, 2, 3, 4, 5, 6), " · 1 of 7"],
  [6, numbered(0, 1, 2, 3, 4, 5, 6), " · 7 of 7"],
  [0, numbered(0), " · 1 of 1"],
  [0, [], ""],
])("step %i among %j is counted right", (number, steps, words) => {
  expect(placeAmong(number, steps)).toBe(words);
});
