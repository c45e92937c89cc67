import { describe, expect, it } from "vitest";
import type { Suspect } from "./find-suspects";
import { nextSuspectStep } from "./next-suspect";

const at = (...steps: (number | null)[]): Suspect[] =>
  steps.map((step) => ({ kind: "slowest", step, reason: "" }));

describe("nextSuspectStep", () => {
  const suspects = at(12, null, 3, 27);

  it("goes from suspect to suspect in the order of the steps, whatever their rank", () => {
    expect(nextSuspectStep(suspects, 3, 1)).toBe(12);
    expect(nextSuspectStep(suspects, 12, 1)).toBe(27);
    expect(nextSuspectStep(suspects, 27, -1)).toBe(12);
  });

  it("finds the neighbours of a step that is no suspect", () => {
    expect(nextSuspectStep(suspects, 20, 1)).toBe(27);
    expect(nextSuspectStep(suspects, 20, -1)).toBe(12);
  });

  it("starts at the first or the last when no step is selected", () => {
    expect(nextSuspectStep(suspects, null, 1)).toBe(3);
    expect(nextSuspectStep(suspects, null, -1)).toBe(27);
  });

  it("ends where there is none further", () => {
    expect(nextSuspectStep(suspects, 27, 1)).toBeNull();
    expect(nextSuspectStep(suspects, 3, -1)).toBeNull();
    expect(nextSuspectStep([], null, 1)).toBeNull();
    expect(nextSuspectStep(at(null), null, -1)).toBeNull();
  });
});
