// @ts-check
import { describe, expect, it } from "vitest";
import { percentile } from "./percentile.mjs";

describe("percentile", () => {
  const oneToHundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it("takes the nearest rank, whatever the order of the values", () => {
    expect(percentile(oneToHundred, 0.5)).toBe(50);
    expect(percentile(oneToHundred, 0.99)).toBe(99);
    expect(percentile([3, 1, 2], 0.5)).toBe(2);
  });

  it("answers the least value for none and the greatest for all", () => {
    expect(percentile(oneToHundred, 0)).toBe(1);
    expect(percentile(oneToHundred, 1)).toBe(100);
  });

  it("sorts by number and not by text", () => {
    expect(percentile([9, 10, 100], 0.5)).toBe(10);
  });

  it("knows nothing of no values", () => {
    expect(percentile([], 0.5)).toBeNull();
  });
});
