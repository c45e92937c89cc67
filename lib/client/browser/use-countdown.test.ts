// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useCountdown } from "./use-countdown";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function openCountdown() {
  const { result } = renderHook(() => useCountdown());
  return {
    start: (seconds: number) => {
      act(() => {
        result.current.start(seconds);
      });
    },
    left: () => result.current.seconds,
  };
}
const wait = (seconds: number) => {
  act(() => {
    vi.advanceTimersByTime(seconds * 1000);
  });
};

it("counts whole seconds down, shows none too early, and rests at 0", () => {
  const { start, left } = openCountdown();
  start(2.5);
  expect(left()).toBe(3);
  wait(2.25);
  expect(left()).toBe(1);
  wait(0.25);
  expect([left(), vi.getTimerCount()]).toEqual([0, 0]);
});

it("goes by the clock: a computer that slept wakes up to what is left", () => {
  const { start, left } = openCountdown();
  start(60);
  vi.setSystemTime(Date.now() + 50_000);
  wait(0.25);
  expect(left()).toBe(10);
});

it("a new start holds instead of the one before, and a start with nothing ends it", () => {
  const { start, left } = openCountdown();
  start(60);
  start(5);
  wait(1);
  expect(left()).toBe(4);
  start(0);
  expect([left(), vi.getTimerCount()]).toEqual([0, 0]);
});
