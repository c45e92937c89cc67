import { describe, expect, it } from "vitest";
import { backoffMs, nextFailure } from "./failure-policy";
import { cooldownMs } from "./upstream-pause";

const SEEN = { firstAskedAt: 0, wasSeen: true };

describe("the pause after failures", () => {
  it("is random up to a second, doubled with each failure, up to a minute", () => {
    expect([1, 2, 3, 6, 7, 100].map((inARow) => backoffMs(inARow, 1))).toEqual([
      1000, 2000, 4000, 32_000, 60_000, 60_000,
    ]);
    expect(backoffMs(100, 0)).toBe(0);
  });

  it("is never shorter than the interval", () => {
    const call = { code: "upstream-timeout", at: 5000, retryAfterSeconds: null } as const;
    expect(nextFailure(null, call, SEEN, 1000, 0)).toMatchObject({ inARow: 1, retryAt: 6000 });
  });

  it.each([
    [29_999, 34_999],
    [30_000, 60_000],
  ])("of a task that is not found after %i ms ends at %i", (at, retryAt) => {
    const call = { code: "task-not-found", at, retryAfterSeconds: null } as const;
    const task = { firstAskedAt: 0, wasSeen: false };
    expect(nextFailure(null, call, task, 1000, 0.5).retryAt).toBe(retryAt);
  });

  it("counts missing answers in a row only", () => {
    const missing = { code: "task-not-found", at: 0, retryAfterSeconds: null } as const;
    const timeout = { ...missing, code: "upstream-timeout" } as const;
    let last = nextFailure(null, missing, SEEN, 1000, 0);
    const codes = [missing, timeout, missing, missing, missing, missing].map((call) => {
      last = nextFailure(last, call, SEEN, 1000, 0);
      return last.code;
    });
    expect(codes.slice(2)).toEqual(["task-not-found", "task-not-found", "task-gone", "task-gone"]);
  });
});

describe("the pause after a 429", () => {
  it("is what the upstream asks for, up to five minutes", () => {
    expect([cooldownMs(7, 3, 0.5), cooldownMs(9999, 1, 0)]).toEqual([7000, 300_000]);
  });

  it("is a random time that grows when it asks for none", () => {
    expect([cooldownMs(null, 1, 0), cooldownMs(null, 1, 1), cooldownMs(null, 5, 1)]).toEqual([
      1000, 2000, 17_000,
    ]);
  });
});
