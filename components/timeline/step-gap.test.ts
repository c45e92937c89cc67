import { expect, it } from "vitest";
import { gapBefore } from "./step-gap";

it.each([
  [null, 1, null],
  [null, 0, null],
  [0, 1, null],
  [1, 2, null],
  [2, 5, "Steps 3–4 not reported"],
  [2, 4, "Step 3 not reported"],
  [null, 4, "Steps 1–3 not reported"],
])("F11 between step %j and step %i stands %j", (previous, number, words) => {
  expect(gapBefore(previous, number)).toBe(words);
});
