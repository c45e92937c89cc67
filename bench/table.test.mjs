// @ts-check
import { describe, expect, it } from "vitest";
import { formatNumber, toTable } from "./table.mjs";

/** @type {import("./row.mjs").Row[]} */
const ROWS = [
  {
    workload: "a",
    measure: "upstream calls",
    unit: "",
    product: 1,
    baseline: 1000,
    target: { of: "product", atMost: 1.05, words: "≤ 1.05" },
  },
  { workload: "a", measure: "memory", unit: "MB", product: 180, baseline: null, target: null },
];

describe("the table", () => {
  it("aligns its columns and names a workload once", () => {
    expect(toTable(ROWS).split("\n")).toEqual([
      "   measure         product  baseline  ratio  target",
      "a  upstream calls        1     1,000  0.001  ≤ 1.05  met",
      "   memory           180 MB         –",
    ]);
  });

  it("keeps as many digits as say something", () => {
    expect([0, 0.00042, 0.1234, 1.234, 123.4, 12_345.6].map(formatNumber)).toEqual([
      "0",
      "4.2e-4",
      "0.123",
      "1.23",
      "123",
      "12,346",
    ]);
  });
});
