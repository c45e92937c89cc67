import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clockFace,
  makeSchedule,
  playheadAt,
  playingSeconds,
  SPEEDS,
  startIndex,
  untilNext,
} from "./playback";

const stepsOf = (...durations: (number | null)[]) =>
  durations.map((durationSeconds, index) => ({ number: index + 1, durationSeconds }));

const anySteps = fc
  .array(fc.option(fc.double({ min: 0, max: 4000, noNaN: true })), { minLength: 1, maxLength: 60 })
  .map((durations) => stepsOf(...durations));
const anySpeed = fc.constantFrom(...SPEEDS);

describe("makeSchedule", () => {
  it("gives every step its own time", () => {
    const { frames, realSeconds, isEstimated } = makeSchedule(stepsOf(3, 9, 5.5), null);
    expect(frames.map((frame) => frame.startsAt)).toEqual([0, 3, 12]);
    expect(frames.map((frame) => frame.shownFor)).toEqual([3, 9, 5.5]);
    expect(realSeconds).toBe(17.5);
    expect(isEstimated).toBe(false);
  });

  it("leaves long idle time out and says how much, while the run's own time goes on", () => {
    const { frames, realSeconds } = makeSchedule(stepsOf(4, 190, 4), null);
    expect(frames[1]).toMatchObject({ shownFor: 10, skipped: 180 });
    expect(frames[2]).toMatchObject({ startsAt: 194, skipped: 0 });
    expect(realSeconds).toBe(198);
  });

  it("does not skip a moment that is hardly longer than what it shows", () => {
    expect(makeSchedule(stepsOf(14.9), null).frames[0]).toMatchObject({
      shownFor: 14.9,
      skipped: 0,
    });
    expect(makeSchedule(stepsOf(15), null).frames[0]).toMatchObject({ shownFor: 10, skipped: 5 });
  });

  it("counts a step without a duration as the median of the others", () => {
    const { frames, isEstimated } = makeSchedule(stepsOf(2, null, 8, 6), null);
    expect(frames[1]?.shownFor).toBe(6);
    expect(isEstimated).toBe(false);
  });

  it("shares the run's time out where no step has a duration, and says that it is a guess", () => {
    const { frames, realSeconds, isEstimated } = makeSchedule(stepsOf(null, null, null), 24);
    expect(frames.map((frame) => frame.startsAt)).toEqual([0, 8, 16]);
    expect(realSeconds).toBe(24);
    expect(isEstimated).toBe(true);
  });

  it("spaces steps evenly where nothing at all is known", () => {
    for (const nothing of [null, Number.NaN, -5, Number.POSITIVE_INFINITY]) {
      const { frames } = makeSchedule(stepsOf(null, null), nothing);
      expect(frames.map((frame) => frame.shownFor)).toEqual([4, 4]);
    }
  });

  it("takes a duration that is none as unknown", () => {
    const { frames } = makeSchedule(stepsOf(-3, Number.NaN, 7), null);
    expect(frames.map((frame) => frame.shownFor)).toEqual([7, 7, 7]);
  });

  it("shows a step that took no time long enough to be seen", () => {
    expect(makeSchedule(stepsOf(0, 0), null).frames[0]).toMatchObject({ shownFor: 0.4 });
  });

  it("has nothing to play in a run without steps", () => {
    expect(makeSchedule([], 60)).toEqual({ frames: [], realSeconds: 0, isEstimated: true });
  });

  it("keeps the steps in order, shows each, and accounts for every second", () => {
    fc.assert(
      fc.property(
        anySteps,
        fc.option(fc.double({ min: 0, max: 1e5, noNaN: true })),
        (steps, all) => {
          const { frames, realSeconds } = makeSchedule(steps, all);
          expect(frames.map((frame) => frame.number)).toEqual(steps.map((step) => step.number));
          frames.forEach((frame, index) => {
            const end = frames[index + 1]?.startsAt ?? realSeconds;
            const duration = end - frame.startsAt;
            expect(frame.shownFor).toBeGreaterThanOrEqual(0.4);
            expect(frame.shownFor).toBeLessThan(15.001);
            expect(frame.skipped === 0 || frame.skipped >= 5).toBe(true);
            expect(frame.shownFor + frame.skipped).toBeGreaterThan(duration - 1e-6);
          });
        },
      ),
    );
  });
});

describe("playheadAt", () => {
  const schedule = makeSchedule(stepsOf(3, 2, 5), null);
  const start = { index: 0, since: 1000 };

  it("stays on a step for its duration, by the clock it is given", () => {
    expect(playheadAt(schedule, start, 1, 1000)).toEqual(start);
    expect(playheadAt(schedule, start, 1, 3999)).toEqual(start);
    expect(playheadAt(schedule, start, 1, 4000)).toEqual({ index: 1, since: 4000 });
  });

  it("plays faster at a higher speed", () => {
    expect(playheadAt(schedule, start, 2, 2500).index).toBe(1);
    expect(playheadAt(schedule, start, 8, 1375)).toEqual({ index: 1, since: 1375 });
  });

  it("catches up with a clock that jumped, as after a tab that slept", () => {
    expect(playheadAt(schedule, start, 1, 6100)).toEqual({ index: 2, since: 6000 });
  });

  it("stops on the last step and goes no further", () => {
    expect(playheadAt(schedule, start, 1, 9_999_999)).toEqual({ index: 2, since: 6000 });
  });

  it("goes on when a live run has got a new step", () => {
    const atNewest = playheadAt(schedule, start, 1, 20_000);
    const grown = makeSchedule(stepsOf(3, 2, 5, 4), null);
    expect(playheadAt(grown, atNewest, 1, 20_000).index).toBe(3);
  });

  it("stays where it is when the clock runs backwards or the step is gone", () => {
    expect(playheadAt(schedule, start, 1, 0)).toEqual(start);
    const gone = { index: 7, since: 0 };
    expect(playheadAt(schedule, gone, 1, 5000)).toEqual(gone);
    expect(playheadAt(makeSchedule([], null), start, 1, 5000)).toEqual(start);
  });

  it("never goes back, and two looks lead where one does", () => {
    const times = fc.double({ min: 0, max: 600_000, noNaN: true });
    fc.assert(
      fc.property(anySteps, anySpeed, times, times, (steps, speed, first, second) => {
        const run = makeSchedule(steps, null);
        const [early, late] = [Math.min(first, second), Math.max(first, second)];
        const onTheWay = playheadAt(run, { index: 0, since: 0 }, speed, early);
        const twice = playheadAt(run, onTheWay, speed, late);
        const once = playheadAt(run, { index: 0, since: 0 }, speed, late);
        expect(twice).toEqual(once);
        expect(twice.index).toBeGreaterThanOrEqual(onTheWay.index);
      }),
    );
  });
});

describe("untilNext", () => {
  const schedule = makeSchedule(stepsOf(3, 2), null);

  it("is the time left on a step, divided by the speed", () => {
    expect(untilNext(schedule, { index: 0, since: 0 }, 1, 1000)).toBe(2000);
    expect(untilNext(schedule, { index: 0, since: 0 }, 2, 1000)).toBe(500);
    expect(untilNext(schedule, { index: 0, since: 0 }, 8, 1000)).toBe(0);
  });

  it("is nothing on the last step and beyond it", () => {
    expect(untilNext(schedule, { index: 1, since: 0 }, 1, 0)).toBeNull();
    expect(untilNext(schedule, { index: 9, since: 0 }, 1, 0)).toBeNull();
    expect(untilNext(makeSchedule([], null), { index: 0, since: 0 }, 1, 0)).toBeNull();
  });

  it("is exactly how long the playhead stays", () => {
    fc.assert(
      fc.property(anySteps, anySpeed, (steps, speed) => {
        const run = makeSchedule(steps, null);
        let head = { index: 0, since: 0 };
        let now = 0;
        for (let left = untilNext(run, head, speed, now); left !== null;) {
          now += left;
          head = playheadAt(run, head, speed, now + 1e-6);
          left = untilNext(run, head, speed, now);
        }
        expect(head.index).toBe(steps.length - 1);
        const withoutLast = playingSeconds(run, speed) - (run.frames.at(-1)?.shownFor ?? 0) / speed;
        expect(now / 1000).toBeCloseTo(withoutLast, 3);
      }),
    );
  });
});

describe("startIndex", () => {
  const schedule = makeSchedule(stepsOf(1, 1, 1), null);

  it("starts at the selected step", () => {
    expect(startIndex(schedule, 2)).toBe(1);
  });

  it("starts over where nothing is selected, at the end, or at a step that does not exist", () => {
    expect(startIndex(schedule, null)).toBe(0);
    expect(startIndex(schedule, 3)).toBe(0);
    expect(startIndex(schedule, 99)).toBe(0);
  });
});

describe("playingSeconds", () => {
  it("is shorter the faster it plays, and does without what is skipped", () => {
    const schedule = makeSchedule(stepsOf(6, 100), null);
    expect(SPEEDS.map((speed) => playingSeconds(schedule, speed))).toEqual([16, 8, 2]);
  });
});

describe("clockFace", () => {
  it("writes minutes and seconds, and hours when there are some", () => {
    expect([0, 7.9, 63, 600, 3600, 3729].map(clockFace)).toEqual([
      "0:00",
      "0:07",
      "1:03",
      "10:00",
      "1:00:00",
      "1:02:09",
    ]);
    expect(clockFace(-4)).toBe("0:00");
    expect(clockFace(Number.NaN)).toBe("0:00");
  });
});
