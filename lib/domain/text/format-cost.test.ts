import { describe, expect, it } from "vitest";
import { formatCost } from "./format-cost";

describe("formatCost", () => {
  it.each([
    ["0.033200", "$0.0332"],
    ["2.194000", "$2.19"],
    ["0.5", "$0.50"],
    ["0", "$0.00"],
    ["12", "$12.00"],
    ["0.000012", "$0.000012"],
    ["0.1000", "$0.10"],
  ])("writes %s as %s", (cost, text) => {
    expect(formatCost(cost)).toBe(text);
  });
});
