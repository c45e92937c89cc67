// @ts-check
import { describe, expect, it } from "vitest";
import { callsPerInterval } from "./upstream-calls.mjs";

/**
 * @param {number} at
 * @param {string} path
 */
const call = (at, path = "/api/v2/tasks/1") => ({ path, at: new Date(at).toISOString() });

describe("upstream calls per interval", () => {
  it("counts the calls of the window and no others", () => {
    const log = [
      call(900),
      call(1000),
      call(2000, "/api/v4/runs/1/status"),
      call(2500),
      call(3000),
    ];
    expect(callsPerInterval(log, { from: 1000, to: 3000 }, 1000)).toBe(1.5);
  });

  it("leaves out what is no call to the upstream's own addresses", () => {
    const log = [call(0, "/__emulator/requests"), call(1, "/assets/1/steps/1"), call(2)];
    expect(callsPerInterval(log, { from: 0, to: 1000 }, 1000)).toBe(1);
  });

  it("begins with the oldest entry when the log is full", () => {
    const log = Array.from({ length: 5000 }, (_, index) => call(15_000 + index));
    expect(callsPerInterval(log, { from: 0, to: 20_000 }, 1000)).toBe(1000);
  });

  it("finds nothing in an empty log", () => {
    expect(callsPerInterval([], { from: 0, to: 1000 }, 1000)).toBe(0);
  });
});
