import { describe, expect, it } from "vitest";
import { afterWrong, NO_FAILURES, pauseSeconds } from "./sign-in-pause";

const NOW = 1_800_000_000_000;

describe("the pause after wrong passwords", () => {
  it("grows from none to half a minute, and no further", () => {
    let wrong = NO_FAILURES;
    const pauses = Array.from({ length: 12 }, () => {
      wrong = afterWrong(wrong, NOW);
      return pauseSeconds(wrong, NOW);
    });
    expect(pauses).toEqual([0, 0, 1, 2, 4, 8, 16, 30, 30, 30, 30, 30]);
  });

  it("is over when its time is, and forgotten after a quiet time", () => {
    let wrong = NO_FAILURES;
    for (let count = 0; count < 1000; count++) wrong = afterWrong(wrong, NOW);
    expect(pauseSeconds(wrong, NOW + 29_000)).toBe(1);
    expect(pauseSeconds(wrong, NOW + 30_000)).toBe(0);
    expect(afterWrong(wrong, NOW + 900_001)).toEqual({ count: 1, lastAt: NOW + 900_001 });
  });
});
