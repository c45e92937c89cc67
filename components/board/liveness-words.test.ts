import { describe, expect, it } from "vitest";
import type { BoardEntry, BoardTask } from "@/lib/contract/board";
import { silenceOf, startPace } from "@/lib/domain/freshness/step-pace";
import { boardTask } from "@/test/factories/board";
import { livenessWords } from "./liveness-words";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const before = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

function entry(
  task: Partial<BoardTask>,
  fetchedSecondsAgo = 0,
  staleSeconds: number | null = null,
) {
  return {
    id: "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    ok: true,
    revision: "a",
    fetchedAt: before(fetchedSecondsAgo),
    stale:
      staleSeconds === null
        ? null
        : { since: before(staleSeconds), reason: "upstream-timeout", retryAt: null },
    task: boardTask({ stepTimes: { usual: 9, total: 27 }, ...task }),
  } as const satisfies BoardEntry;
}
const quietFor = (seconds: number, task: Partial<BoardTask> = {}) => ({
  ...startPace(entry(task).task, NOW),
  lastStepAt: NOW - seconds * 1000,
});

describe("livenessWords", () => {
  it("says how old what a running task shows is", () => {
    expect(livenessWords(entry({}), quietFor(4), NOW).words).toBe("Updated just now");
    expect(livenessWords(entry({}, 12), quietFor(4), NOW)).toEqual({
      words: "Updated 12 s ago",
      isWorrying: false,
    });
  });

  it("says so when no step has come for long, and when that is all that is known", () => {
    expect(livenessWords(entry({}), quietFor(94), NOW)).toEqual({
      words: "No new step for 1 m 34 s",
      isWorrying: true,
    });
    expect(livenessWords(entry({}, 40, 40), quietFor(94), NOW)).toEqual({
      words: "Last updated 40 s ago",
      isWorrying: true,
    });
  });

  it("B9 calls quiet what the page of the task calls quiet", () => {
    const slow = { stepTimes: { usual: 60, total: 180 } };
    for (const [seconds, task] of [
      [100, slow],
      [200, slow],
      [19, {}],
      [30, {}],
      [59, { stepTimes: { usual: null, total: null } }],
      [61, { stepTimes: { usual: null, total: null } }],
    ] as const) {
      const one = entry(task);
      const pace = quietFor(seconds, task);
      expect(livenessWords(one, pace, NOW).isWorrying).toBe(
        silenceOf(one.task, pace, NOW)?.level !== "usual",
      );
    }
  });

  it("blames no task that is not meant to move", () => {
    expect(livenessWords(entry({ status: "paused" }), quietFor(900), NOW).isWorrying).toBe(false);
    expect(livenessWords(entry({ status: "created" }), quietFor(900), NOW).isWorrying).toBe(false);
  });

  it("tells of a task that is over what was found of it, by the judge before the agent", () => {
    const over = (agent: boolean | null, judge: boolean | null) =>
      livenessWords(
        entry({ status: "finished", verdict: { agent, judge, judgement: null } }),
        quietFor(900),
        NOW,
      );
    expect(over(true, false)).toEqual({ words: "Judge says failure", isWorrying: true });
    expect(over(true, null)).toEqual({ words: "Agent says success", isWorrying: false });
    expect(over(null, null)).toEqual({ words: "No verdict", isWorrying: false });
  });
});
