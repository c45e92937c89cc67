import { describe, expect, it } from "vitest";
import { elapsedSeconds } from "./elapsed";
import { formatDuration } from "@/lib/domain/text/format-duration";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const STARTED = "2026-03-01T11:59:00.000Z";

describe("elapsedSeconds", () => {
  it("ticks while the task runs and stands still when it has ended", () => {
    expect(elapsedSeconds({ status: "running", startedAt: STARTED, finishedAt: null }, NOW)).toBe(
      60,
    );
    const finished = {
      status: "finished",
      startedAt: STARTED,
      finishedAt: "2026-03-01T11:59:30.500Z",
    } as const;
    expect(elapsedSeconds(finished, NOW)).toBe(30.5);
  });

  it("says nothing for a task that never started, or ended without saying when", () => {
    expect(
      elapsedSeconds({ status: "created", startedAt: null, finishedAt: null }, NOW),
    ).toBeNull();
    expect(
      elapsedSeconds({ status: "stopped", startedAt: STARTED, finishedAt: null }, NOW),
    ).toBeNull();
  });

  it("is never negative", () => {
    const ahead = {
      status: "running",
      startedAt: "2026-03-01T13:00:00Z",
      finishedAt: null,
    } as const;
    expect(elapsedSeconds(ahead, NOW)).toBe(0);
  });
});

describe("formatDuration", () => {
  it.each([
    [0, "0 s"],
    [0.42, "0.4 s"],
    [9, "9 s"],
    [9.96, "10 s"],
    [59.9, "59 s"],
    [60, "1 m 00 s"],
    [185, "3 m 05 s"],
    [3599.9, "59 m 59 s"],
    [7440, "2 h 04 m"],
    [266_400, "3 d 02 h"],
    [-5, "0 s"],
    [Number.NaN, "0 s"],
    [Number.POSITIVE_INFINITY, "0 s"],
  ])("writes %d seconds as %j", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
