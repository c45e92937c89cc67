// @ts-check
import { describe, expect, it } from "vitest";
import { ratioOf, verdictOf } from "./row.mjs";

/** @type {import("./row.mjs").Row} */
const ROW = {
  workload: "a",
  measure: "upstream calls",
  unit: "",
  product: 2,
  baseline: 8,
  target: null,
};

describe("a row", () => {
  it("divides the product's number by the baseline's", () => {
    expect(ratioOf(ROW)).toBe(0.25);
  });

  it("has no ratio without a baseline, or over a baseline of nothing", () => {
    expect(ratioOf({ ...ROW, baseline: null })).toBeNull();
    expect(ratioOf({ ...ROW, baseline: 0 })).toBeNull();
  });

  it("meets a target at the limit and misses it above", () => {
    const target = { of: /** @type {const} */ ("product"), atMost: 2, words: "at most 2" };
    expect(verdictOf({ ...ROW, target })).toBe("met");
    expect(verdictOf({ ...ROW, product: 2.01, target })).toBe("missed");
  });

  it("judges the ratio where the target speaks of it", () => {
    const target = { of: /** @type {const} */ ("ratio"), atMost: 0.1, words: "a tenth" };
    expect(verdictOf({ ...ROW, target })).toBe("missed");
    expect(verdictOf({ ...ROW, product: 0.8, target })).toBe("met");
  });

  it("does not call a target met that nobody measured", () => {
    const target = { of: /** @type {const} */ ("product"), atMost: 2, words: "at most 2" };
    expect(verdictOf({ ...ROW, product: null, target })).toBe("not measured");
    expect(verdictOf(ROW)).toBe("none");
  });
});
