import { describe, expect, it } from "vitest";
import { NO_SIGNS } from "@/test/factories/need-signs";
import { sampleEntry } from "@/test/factories/task-list";
import type { TaskListEntry } from "@/lib/contract/task-list";
import { waitingCount, withSeen } from "@/lib/client/needs/seen-needs";
import { byNeed, needOfRun } from "./run-need";

const NOW = Date.parse("2026-11-01T10:05:00.000Z");
const NOBODY = new Set<string>();
const known = (needSigns: Partial<typeof NO_SIGNS>) => ({
  stepCount: 3,
  screenshotStep: null,
  hasAnswer: true,
  needSigns: { ...NO_SIGNS, ...needSigns },
});

const RUNS: Record<string, TaskListEntry> = {
  fine: sampleEntry({ id: "fine" }),
  failed: sampleEntry({ id: "failed", status: "failed", rawStatus: "failed" }),
  old: sampleEntry({
    id: "old",
    status: "failed",
    createdAt: "2026-10-01T10:00:00.000Z",
    startedAt: null,
    finishedAt: "2026-10-01T10:00:00.000Z",
  }),
  waits: sampleEntry({
    id: "waits",
    status: "running",
    finishedAt: null,
    known: known({ wait: { reason: "captcha", step: 3, first: 3 } }),
  }),
  paused: sampleEntry({ id: "paused", status: "paused", finishedAt: null }),
};

const ranked = (...marks: { taskId: string; key: string }[]) =>
  withSeen(
    Object.values(RUNS).map((run) => ({
      id: run.id,
      run,
      need: needOfRun(run, null, NOBODY, NOW),
    })),
    marks.map((mark) => ({ ...mark, seenAt: "2026-11-01T10:04:00.000Z", who: null })),
  );

describe("a run of the list", () => {
  it.each([
    ["fine", null],
    ["failed", "failed"],
    ["old", null],
    ["waits", "captcha"],
    ["paused", "paused"],
  ])("%s needs somebody for %s", (id, reason) => {
    const run = RUNS[id];
    if (run === undefined) throw new Error("There is one");
    expect(needOfRun(run, null, NOBODY, NOW)?.reason ?? null).toBe(reason);
  });

  it("has no browser left up that another run of its session works in", () => {
    const run = sampleEntry({ sessionId: "s", known: known({ hasBrowser: true }) });
    const later = NOW + 3_600_000;
    expect(needOfRun(run, null, NOBODY, later)?.reason).toBe("live-after-end");
    expect(needOfRun(run, null, new Set(["s"]), later)).toBeNull();
  });

  it("stands before those that need less, and behind them once somebody has seen it", () => {
    const order = (runs: ReturnType<typeof ranked>) => byNeed(runs).map(({ run }) => run.id);
    expect(order(ranked()).slice(-2)).toEqual(["fine", "old"]);
    expect(new Set(order(ranked()).slice(0, 2))).toEqual(new Set(["waits", "paused"]));
    const seen = ranked({ taskId: "waits", key: "captcha-3" });
    expect(order(seen).indexOf("waits")).toBeGreaterThan(order(seen).indexOf("failed"));
  });

  it("counts while it waits and nobody has seen that", () => {
    expect(waitingCount(ranked())).toBe(2);
    expect(waitingCount(ranked({ taskId: "waits", key: "captcha-3" }))).toBe(1);
    expect(waitingCount(ranked({ taskId: "waits", key: "captcha-2" }))).toBe(2);
  });
});
