import { expect, it } from "vitest";
import { sumCosts } from "./sum-costs";

it.each([
  [[], { sum: null, known: 0, unknown: 0 }],
  [[null], { sum: null, known: 0, unknown: 1 }],
  [["0.1", "0.2"], { sum: "0.3", known: 2, unknown: 0 }],
  [["1", null, "0.0332", "much"], { sum: "1.0332", known: 2, unknown: 2 }],
  [["0"], { sum: "0", known: 1, unknown: 0 }],
])("adds up what is known of %j, and counts what is not", (costs, sum) => {
  expect(sumCosts(costs)).toEqual(sum);
});
