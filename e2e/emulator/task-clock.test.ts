import { describe, expect, it } from "vitest";
import type { ScriptStep, TaskScript } from "./script";
import { elapsedAt, momentAt, moveClock, secondsUntilStep, wallTimeOf } from "./task-clock";

const step = (duration: number): ScriptStep => ({
  memory: "",
  evaluation: "",
  goal: "",
  url: "",
  actions: [],
  screenshot: null,
  duration,
});

const script: TaskScript = {
  scenario: "three-steps",
  title: "Three steps",
  prompt: "Do it",
  model: "model",
  steps: [step(5), step(10), step(15)],
  ending: { status: "finished", output: "done", isSuccess: true },
  begins: "first-read",
  queueSeconds: 3,
};

describe("momentAt", () => {
  it.each([
    [0, "created", 0],
    [2.9, "created", 0],
    [3, "running", 0],
    [7.9, "running", 0],
    [8, "running", 1],
    [18, "running", 2],
    [32.9, "running", 2],
    [33, "ended", 3],
    [9999, "ended", 3],
  ] as const)("after %d seconds the task is %s with %d steps", (elapsed, phase, stepsDone) => {
    expect(momentAt(script, elapsed)).toMatchObject({ phase, stepsDone });
  });

  it("answers the same for the same seconds, in whatever order they are asked", () => {
    const forwards = [1, 8, 20, 40].map((elapsed) => momentAt(script, elapsed));
    const backwards = [40, 20, 8, 1].map((elapsed) => momentAt(script, elapsed)).reverse();
    expect(backwards).toEqual(forwards);
  });

  it("knows when it started and ended, counted from its creation", () => {
    expect(momentAt(script, 40)).toMatchObject({ startedAfter: 3, endedAfter: 33 });
    expect(momentAt(script, 1)).toMatchObject({ startedAfter: null, endedAfter: null });
  });

  it("never starts a task without a queue time, and never ends one without an ending", () => {
    expect(momentAt({ ...script, queueSeconds: null }, 1e6).phase).toBe("created");
    expect(momentAt({ ...script, ending: null }, 1e6)).toMatchObject({
      phase: "running",
      stepsDone: 3,
    });
  });

  it("ends a task without steps as soon as it starts", () => {
    expect(momentAt({ ...script, steps: [] }, 3)).toMatchObject({ phase: "ended", endedAfter: 3 });
  });
});

describe("a task clock", () => {
  const clock = { at: 1000, elapsed: 0, speed: 1, isPaused: false };

  it("runs at its speed", () => {
    expect(elapsedAt(clock, 3000)).toBe(2);
    expect(elapsedAt({ ...clock, speed: 12 }, 3000)).toBe(24);
  });

  it("keeps what has passed when its speed changes", () => {
    const faster = moveClock(clock, { speed: 10 }, 3000);
    expect(elapsedAt(faster, 4000)).toBe(12);
  });

  it("stands still while it is stopped, and goes on from there", () => {
    const stopped = moveClock(clock, { paused: true }, 3000);
    expect(elapsedAt(stopped, 60_000)).toBe(2);
    expect(elapsedAt(moveClock(stopped, { paused: false }, 60_000), 61_000)).toBe(3);
  });

  it("can be moved forward", () => {
    expect(elapsedAt(moveClock(clock, { advanceSeconds: 30 }, 1000), 2000)).toBe(31);
  });

  it("tells the wall time of a moment of its own time", () => {
    expect(wallTimeOf({ ...clock, speed: 2 }, 10)).toBe(6000);
  });
});

describe("secondsUntilStep", () => {
  it("counts the queue and the steps before", () => {
    expect([0, 1, 2, 3].map((count) => secondsUntilStep(script, count))).toEqual([3, 8, 18, 33]);
  });
});
