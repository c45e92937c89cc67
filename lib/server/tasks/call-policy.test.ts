import { describe, expect, it } from "vitest";
import { afterFailedCall, afterGoodCall, CLOSED, type Breaker } from "./breaker";
import { afterCall, decideCall, NO_CALLS, type CallCount } from "./call-policy";
import type { ReadDecision } from "./freshness-policy";

const NOW = 1_000_000;
const DUE: ReadDecision = { ask: true, reason: "due" };
const RETRY: ReadDecision = { ask: true, reason: "retry" };

function failed(tasks: readonly string[], breaker: Breaker = CLOSED): Breaker {
  return tasks.reduce((so, task) => afterFailedCall(so, task, "upstream-timeout"), breaker);
}

function decide(read: ReadDecision, breaker: Breaker, calls: CallCount = NO_CALLS) {
  return decideCall(read, { id: "me", askedAt: NOW - 1000 }, { ...calls, breaker }, NOW, 1000);
}

describe("the breaker", () => {
  it("opens with the fifth failure in a row, over all tasks", () => {
    expect(failed(["a", "b", "c", "d"]).open).toBeNull();
    expect(failed(["a", "b", "c", "d", "e"]).open).toEqual({ cause: "upstream-timeout" });
    const interrupted = failed(["a", "b", "c", "d"], afterGoodCall(failed(["a", "b"]), NOW));
    expect(interrupted.open).toBeNull();
  });

  it("opens when ten of twenty calls failed, and not sooner", () => {
    let breaker = CLOSED;
    for (let call = 0; call < 19; call += 1) {
      breaker = call % 2 === 0 ? failed(["a"], breaker) : afterGoodCall(breaker, NOW);
      expect(breaker.open).toBeNull();
    }
    expect(afterGoodCall(breaker, NOW).open).toBeNull();
    expect(failed(["a"], breaker).open).not.toBeNull();
  });

  it("closes with the first answer, and forgets what was before", () => {
    expect(afterGoodCall(failed(["a", "b", "c", "d", "e"]), NOW)).toEqual({
      ...CLOSED,
      closedAt: NOW,
    });
  });
});

describe("deciding about a call", () => {
  const open = failed(["a", "b", "c", "d", "e"]);

  it("lets a probe through each two and a half seconds while the breaker is open", () => {
    const probed = (ago: number) => ({ ...NO_CALLS, probedAt: NOW - ago });
    expect(decide(DUE, open, probed(2499))).toEqual({ call: false, reason: "breaker-open" });
    expect(decide(DUE, open, probed(2500))).toEqual({ call: true, as: "probe" });
  });

  it("lets a first look through sooner, and at once when another task alone fails", () => {
    const first = (breaker: Breaker, ago: number) =>
      decideCall(
        { ask: true, reason: "never-asked" },
        { id: "me", askedAt: null },
        { ...NO_CALLS, probedAt: NOW - ago, breaker },
        NOW,
        1000,
      ).call;
    expect([first(open, 249), first(open, 250)]).toEqual([false, true]);
    expect(first(failed(["a", "a", "a", "a", "a"]), 0)).toBe(true);
    expect(first(failed(["me", "me", "me", "me", "me"]), 0)).toBe(false);
  });

  it("spends at most a fifth of all calls on retries", () => {
    let calls: CallCount = { ...NO_CALLS, retries: 0, probedAt: NOW };
    let retries = 0;
    for (let call = 0; call < 1000; call += 1) {
      const decision = decide(RETRY, CLOSED, calls);
      const as = decision.call ? decision.as : "usual";
      if (as === "retry") retries += 1;
      calls = afterCall(calls, as, NOW);
    }
    expect(retries).toBe(200);
  });

  it("calls for nothing that is fresh, whatever the state", () => {
    expect(decide({ ask: false, reason: "fresh" }, CLOSED).call).toBe(false);
    expect(decide({ ask: false, reason: "paused" }, open).call).toBe(false);
  });
});
