import { describe, expect, it } from "vitest";
import { notePace, pacedTask, silenceOf, startPace, usualSeconds } from "./step-pace";
import { findStall } from "./stall";
import type { Task } from "@/lib/domain/task/task";
import { testContent } from "@/test/factories/content";

const START = Date.parse("2026-03-01T12:00:00Z");
const at = (seconds: number) => START + seconds * 1000;

/** A task that started at `START` and has so many steps, with or without durations. */
function content(stepCount: number, duration: number | null = null, task: Partial<Task> = {}) {
  return testContent({
    task: { status: "running", startedAt: new Date(START).toISOString(), stepCount, ...task },
    steps: Array.from({ length: stepCount }, () => ({ durationSeconds: duration })),
  });
}

/** The pace after snapshots at given seconds, each with a step count. */
function paceOf(snapshots: readonly (readonly [second: number, stepCount: number])[]) {
  const [first = [0, 0] as const, ...rest] = snapshots;
  return rest.reduce(
    (pace, [second, count]) => notePace(pace, pacedTask(content(count)), at(second)),
    startPace(pacedTask(content(first[1])), at(first[0])),
  );
}

describe("notePace", () => {
  it("is the same object as long as nothing changes", () => {
    const pace = startPace(pacedTask(content(3)), at(30));
    expect(notePace(pace, pacedTask(content(3)), at(31))).toBe(pace);
  });

  it("times the steps that come while the page looks, but not the one that was under way", () => {
    const pace = paceOf([
      [33, 3],
      [36, 4],
      [46, 5],
      [54, 6],
    ]);
    expect(pace.gaps).toEqual([10, 8]);
    expect(pace.lastStepAt).toBe(at(54));
  });

  it("shares the time between steps that come together", () => {
    expect(
      paceOf([
        [0, 0],
        [30, 3],
      ]).gaps,
    ).toEqual([10]);
  });

  it("takes no pause for a slow step, and waits anew after one", () => {
    let pace = paceOf([
      [0, 0],
      [9, 1],
      [18, 2],
    ]);
    pace = notePace(pace, pacedTask(content(2, null, { status: "paused" })), at(20));
    expect(pace).toMatchObject({ isSince: true, statusSeenAt: at(20) });
    pace = notePace(pace, pacedTask(content(2)), at(620));
    expect(silenceOf(pacedTask(content(2)), pace, at(625))).toMatchObject({
      seconds: 5,
      level: "usual",
    });
    pace = notePace(pace, pacedTask(content(3)), at(628));
    expect(pace.gaps).toEqual([9, 9, 8]);
  });

  it("survives steps that go away", () => {
    const pace = paceOf([
      [0, 0],
      [9, 1],
      [18, 2],
      [19, 1],
    ]);
    expect(pace).toMatchObject({ stepCount: 1, gaps: [9, 9], lastStepAt: at(19) });
  });

  it("keeps no more than it needs", () => {
    const long = Array.from({ length: 200 }, (_, index) => [index * 9, index] as const);
    expect(paceOf(long).gaps).toHaveLength(50);
  });
});

describe("usualSeconds", () => {
  it("is the median of the durations where the contract has them", () => {
    const steps = [3, 9, 8, 131].map((durationSeconds) => ({ durationSeconds }));
    const timed = testContent({ steps });
    expect(usualSeconds(pacedTask(timed), startPace(pacedTask(timed), at(0)))).toBe(8);
  });

  it("is the median of what the page saw where it has none", () => {
    const pace = paceOf([
      [0, 0],
      [9, 1],
      [17, 2],
      [60, 3],
    ]);
    expect(usualSeconds(pacedTask(content(3)), pace)).toBe(9);
  });

  it("is the average since the start for a page that saw too little", () => {
    expect(usualSeconds(pacedTask(content(10)), startPace(pacedTask(content(10)), at(90)))).toBe(9);
    expect(
      usualSeconds(pacedTask(content(2)), startPace(pacedTask(content(2)), at(18))),
    ).toBeNull();
  });
});

describe("silenceOf", () => {
  const pace = startPace(pacedTask(content(10)), at(90));
  const level = (seconds: number) =>
    silenceOf(pacedTask(content(10)), pace, at(90 + seconds))?.level;

  it("weighs against what is usual", () => {
    expect([0, 26, 27, 119, 120].map(level)).toEqual(["usual", "usual", "quiet", "quiet", "stuck"]);
  });

  it("waits longer where steps take long", () => {
    const slow = content(10, 60);
    const slowPace = startPace(pacedTask(slow), at(600));
    expect(silenceOf(pacedTask(slow), slowPace, at(600 + 300))?.level).toBe("quiet");
    expect(silenceOf(pacedTask(slow), slowPace, at(600 + 360))?.level).toBe("stuck");
  });

  it("is none where no step is due", () => {
    for (const status of ["created", "paused", "finished", "failed", "stopped"] as const) {
      expect(silenceOf(pacedTask(content(3, 9, { status })), pace, at(10_000))).toBeNull();
    }
  });

  it("is known at once of a task that has long been silent, from its durations", () => {
    const old = content(10, 9);
    expect(silenceOf(pacedTask(old), startPace(pacedTask(old), at(100)), at(100))?.seconds).toBe(0);
    // Ten steps of 9 s take a minute and a half, two and three quarters with all the time between them.
    expect(silenceOf(pacedTask(old), startPace(pacedTask(old), at(3600)), at(3600))).toMatchObject({
      seconds: 3600 - 165,
      level: "stuck",
    });
  });

  it("begins with the start where there is no step", () => {
    const none = content(0);
    expect(silenceOf(pacedTask(none), startPace(pacedTask(none), at(70)), at(70))).toEqual({
      seconds: 70,
      usual: null,
      level: "quiet",
    });
  });
});

describe("findStall", () => {
  it("tells silence from a circle", () => {
    const silent = content(10, 9);
    const found = findStall(silent, startPace(pacedTask(silent), at(3600)), at(3600));
    expect(found).toMatchObject({ loop: null, silence: { level: "stuck" } });

    const circle = testContent({
      steps: Array.from({ length: 100 }, () => ({
        url: "https://a.example/",
        actions: [{ name: "click", params: { index: 1 } }],
      })),
    });
    expect(findStall(circle, startPace(pacedTask(circle), at(0)), at(0))).toMatchObject({
      loop: { last: 100, reachesEnd: true },
      silence: null,
    });
  });

  it("is none for a task that gets on, or that is over", () => {
    const fine = content(10, 9);
    expect(findStall(fine, startPace(pacedTask(fine), at(95)), at(96))).toBeNull();
    const over = content(10, 9, { status: "failed" });
    expect(findStall(over, startPace(pacedTask(over), at(9000)), at(9000))).toBeNull();
  });
});
