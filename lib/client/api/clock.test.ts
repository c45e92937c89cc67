// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { noteServerTime, serverNow, useNow } from "./clock";

const START = Date.parse("2026-03-01T12:00:00.000Z");
const header = (at: number) => new Date(at).toUTCString();

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  cleanup();
  noteServerTime(header(Date.now()));
  vi.useRealTimers();
});

const seconds = (count: number) => {
  for (let second = 0; second < count; second++) {
    act(() => {
      vi.advanceTimersByTime(1000);
    });
  }
};
const hide = (isHidden: boolean) => {
  vi.spyOn(document, "hidden", "get").mockReturnValue(isHidden);
};
/** A part of the page that draws the time; answers the seconds since the start, and how often it drew. */
function openClock(stepMs?: number) {
  const drawn: number[] = [];
  const { unmount } = renderHook(() => {
    drawn.push((useNow(START, stepMs) - START) / 1000);
  });
  return { drawn, shown: () => drawn.at(-1), unmount };
}

it("a clock of this browser that is wrong is put right by the server's, rounding is not", () => {
  noteServerTime(header(START - 1000));
  expect(serverNow()).toBe(START);
  noteServerTime(header(START - 60_000));
  expect(serverNow()).toBe(START - 59_500);
  noteServerTime(null);
  noteServerTime("soon");
  expect(serverNow()).toBe(START - 59_500);
  noteServerTime(header(START));
  expect(serverNow()).toBe(START);
});

it("all of a page tick together from one timer, which rests when nobody looks at the time", () => {
  const [one, other] = [openClock(), openClock()];
  seconds(2);
  expect([one.shown(), other.shown(), vi.getTimerCount()]).toEqual([2, 2, 1]);
  one.unmount();
  seconds(1);
  expect([other.shown(), vi.getTimerCount()]).toEqual([3, 1]);
  other.unmount();
  expect(vi.getTimerCount()).toBe(0);
});

it("what asks for the time in steps draws once for each step", () => {
  const { drawn } = openClock(5000);
  seconds(14);
  expect(drawn).toEqual([0, 5, 10]);
});

it("a page that opens after nobody looked at the time for a while never draws the old one", () => {
  const before = openClock();
  seconds(2);
  before.unmount();
  seconds(600);
  expect(openClock().drawn).toEqual([602]);
});

it("a hidden page draws no time of its own, but goes on with the server's answers", () => {
  const clock = openClock();
  hide(true);
  seconds(30);
  expect(clock.shown()).toBe(0);
  act(() => {
    noteServerTime(header(Date.now()));
  });
  expect(clock.shown()).toBe(30);
  hide(false);
  seconds(1);
  expect(clock.shown()).toBe(31);
});

it("the server draws the time that it was given, in the same steps", () => {
  const Clock = () => createElement("time", null, useNow(START + 7000, 5000) - START);
  expect(renderToString(createElement(Clock))).toBe("<time>5000</time>");
});
