import { describe, expect, it } from "vitest";
import { stepAfterMove } from "./step-move";

const STEPS = [1, 2, 5, 6].map((number) => ({ number }));

describe("stepAfterMove", () => {
  it("walks from step to step over gaps", () => {
    expect(stepAfterMove(STEPS, 2, "next", false)).toBe(5);
    expect(stepAfterMove(STEPS, 5, "previous", false)).toBe(2);
  });

  it("stops at both ends", () => {
    expect(stepAfterMove(STEPS, 6, "next", true)).toBe(6);
    expect(stepAfterMove(STEPS, 1, "previous", true)).toBe(1);
  });

  it("leads to both ends", () => {
    expect(stepAfterMove(STEPS, 2, "first", false)).toBe(1);
    expect(stepAfterMove(STEPS, null, "last", false)).toBe(6);
  });

  it("enters a run that goes on at its newest steps", () => {
    expect(stepAfterMove(STEPS, null, "next", true)).toBe(6);
    expect(stepAfterMove(STEPS, null, "previous", true)).toBe(5);
    expect(stepAfterMove([{ number: 1 }], null, "previous", true)).toBe(1);
  });

  it("enters a run that is over at the end that the move comes from", () => {
    expect(stepAfterMove(STEPS, null, "next", false)).toBe(1);
    expect(stepAfterMove(STEPS, null, "previous", false)).toBe(6);
  });

  it("finds its way back from a step that does not exist", () => {
    expect(stepAfterMove(STEPS, 99, "next", false)).toBe(6);
    expect(stepAfterMove(STEPS, 99, "previous", false)).toBe(6);
    expect(stepAfterMove(STEPS, 3, "next", false)).toBe(5);
  });

  it("leads nowhere in a run without steps", () => {
    for (const move of ["next", "previous", "first", "last"] as const) {
      expect(stepAfterMove([], null, move, true)).toBeNull();
    }
  });
});
