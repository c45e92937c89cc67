// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeSchedule, type Speed } from "@/lib/domain/playback/playback";
import { usePlayback } from "./use-playback";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Steps of two seconds each, by their numbers. */
const stepsOf = (...numbers: number[]) => numbers.map((number) => ({ number, durationSeconds: 2 }));
const atOnce = () => Promise.resolve();

type Page = {
  steps: ReturnType<typeof stepsOf>;
  selected: number | null;
  prepare?: (number: number) => Promise<void>;
};

/** A page with a player, which selects what the player comes to, and tells all that it selected. */
function openPlayer({ steps, selected, prepare = atOnce }: Page) {
  const shown: number[] = [];
  const { result, rerender, unmount } = renderHook(
    (props: { steps: Page["steps"] }) => {
      const [at, select] = useState(selected);
      const onShow = (number: number) => {
        shown.push(number);
        select(number);
      };
      const schedule = makeSchedule(props.steps, null);
      return { select, ...usePlayback({ schedule, selected: at, onShow, prepare }) };
    },
    { initialProps: { steps } },
  );
  return {
    shown,
    unmount,
    playing: () => result.current.playing?.number ?? null,
    bring: (newer: Page["steps"]) => {
      rerender({ steps: newer });
    },
    toggle: () => {
      act(() => {
        result.current.toggle();
      });
    },
    select: (number: number | null) => {
      act(() => {
        result.current.select(number);
      });
    },
    setSpeed: (speed: Speed) => {
      act(() => {
        result.current.setSpeed(speed);
      });
    },
    /** Lets time pass; the page draws ten times a second. */
    pass: async (seconds: number) => {
      for (let tenth = 0; tenth < Math.round(seconds * 10); tenth++)
        await act(() => vi.advanceTimersByTimeAsync(100));
    },
  };
}

it("plays from the selected step in the times of the run, and is over on the last one", async () => {
  const player = openPlayer({ steps: stepsOf(1, 2, 3, 4), selected: 2 });
  player.toggle();
  await player.pass(1.9);
  expect([player.playing(), player.shown]).toEqual([2, [2]]);
  await player.pass(0.2);
  expect([player.playing(), player.shown]).toEqual([3, [2, 3]]);
  await player.pass(2);
  expect([player.playing(), player.shown]).toEqual([null, [2, 3, 4]]);
  await player.pass(10);
  expect(player.shown).toEqual([2, 3, 4]);
});

it("pressed on the last step, it plays from the first; a run of one step is over at once", () => {
  const player = openPlayer({ steps: stepsOf(1, 2), selected: 2 });
  player.toggle();
  expect([player.playing(), player.shown]).toEqual([1, [1]]);
  const short = openPlayer({ steps: stepsOf(1), selected: null });
  short.toggle();
  expect([short.playing(), short.shown]).toEqual([null, [1]]);
});

it.each([
  [
    "presses again",
    (player: ReturnType<typeof openPlayer>) => {
      player.toggle();
    },
  ],
  [
    "selects another step",
    (player: ReturnType<typeof openPlayer>) => {
      player.select(4);
    },
  ],
  [
    "follows the newest step",
    (player: ReturnType<typeof openPlayer>) => {
      player.select(null);
    },
  ],
  [
    "leaves the page",
    (player: ReturnType<typeof openPlayer>) => {
      player.unmount();
    },
  ],
])("plays no further when the reader %s", async (_, pause) => {
  const player = openPlayer({ steps: stepsOf(1, 2, 3, 4), selected: 1 });
  player.toggle();
  await player.pass(2.1);
  pause(player);
  await player.pass(10);
  expect(player.shown).toEqual([1, 2]);
});

it("a new speed holds at once, for the step that is on the stage from its beginning", async () => {
  const player = openPlayer({ steps: stepsOf(1, 2, 3, 4), selected: 1 });
  player.toggle();
  await player.pass(1.5);
  player.setSpeed(2);
  await player.pass(0.9);
  expect(player.shown).toEqual([1]);
  await player.pass(0.2);
  expect(player.shown).toEqual([1, 2]);
  player.setSpeed(8);
  await player.pass(0.4);
  expect(player.shown).toEqual([1, 2, 3]);
});

it("waits for a picture that is slow, and then shows it as long as any other", async () => {
  let bring = (): void => undefined;
  const picture = new Promise<void>((resolve) => {
    bring = resolve;
  });
  const prepare = (number: number) => (number === 2 ? picture : atOnce());
  const player = openPlayer({ steps: stepsOf(1, 2, 3, 4, 5), selected: 1, prepare });
  player.setSpeed(8);
  player.toggle();
  await player.pass(0.9);
  expect(player.shown).toEqual([1]);
  bring();
  await player.pass(0.1);
  expect(player.shown).toEqual([1, 2]);
  await player.pass(0.1);
  expect(player.shown).toEqual([1, 2]);
  await player.pass(0.2);
  expect(player.shown).toEqual([1, 2, 3]);
});

it("a picture that never comes does not stop the film", async () => {
  const prepare = () => new Promise<void>(() => undefined);
  const player = openPlayer({ steps: stepsOf(1, 2, 3), selected: 1, prepare });
  player.toggle();
  await player.pass(5);
  expect(player.shown).toEqual([1, 2, 3]);
});

it("a run that grows is played on, and from its newest step no more comes by itself", async () => {
  const player = openPlayer({ steps: stepsOf(1, 2), selected: 1 });
  player.toggle();
  await player.pass(1);
  player.bring(stepsOf(1, 2, 3));
  await player.pass(1.1);
  expect([player.playing(), player.shown]).toEqual([2, [1, 2]]);
  await player.pass(2);
  expect([player.playing(), player.shown]).toEqual([null, [1, 2, 3]]);
  player.bring(stepsOf(1, 2, 3, 4, 5));
  await player.pass(5);
  expect(player.shown).toEqual([1, 2, 3]);
});

it("steps that are reported late, before the one that plays, do not play it twice", async () => {
  const player = openPlayer({ steps: stepsOf(1, 4, 5, 6), selected: 4 });
  player.toggle();
  player.bring(stepsOf(1, 2, 3, 4, 5, 6));
  expect(player.playing()).toBe(4);
  await player.pass(2.1);
  expect([player.playing(), player.shown]).toEqual([5, [4, 5]]);
});

it("is over when all that was to come is gone, and rests", async () => {
  const player = openPlayer({ steps: stepsOf(1, 2, 3), selected: 2 });
  player.toggle();
  player.bring(stepsOf(1, 2));
  await player.pass(2.1);
  expect(player.playing()).toBe(null);
  expect(vi.getTimerCount()).toBe(0);
});

it("pauses when the step that plays is gone: one press plays again", async () => {
  const player = openPlayer({ steps: stepsOf(1, 2, 3), selected: 3 });
  player.toggle();
  await player.pass(2.1);
  player.bring(stepsOf(1, 3));
  player.bring(stepsOf(1, 2, 3));
  expect(player.playing()).toBe(null);
  player.toggle();
  expect(player.playing()).toBe(2);
});

it("a step that turns out to have taken longer is shown longer", async () => {
  const player = openPlayer({ steps: stepsOf(1, 2, 3), selected: 1 });
  player.toggle();
  await player.pass(1);
  player.bring(stepsOf(1, 2, 3).map((step) => ({ ...step, durationSeconds: 4 })));
  await player.pass(2.9);
  expect(player.shown).toEqual([1]);
  await player.pass(0.2);
  expect(player.shown).toEqual([1, 2]);
});
