// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { rememberLayout, useLayoutMemory } from "./layout-memory";

const root = document.documentElement;

beforeEach(() => {
  window.localStorage.clear();
});
afterEach(() => {
  cleanup();
  rememberLayout("timeline-width", null);
});

const remember = (value: string | null) => {
  act(() => {
    rememberLayout("timeline-width", value);
  });
};
/** What the page, its style sheet, and the next page's first script find. */
const found = () => [
  root.dataset.timelineWidth ?? null,
  root.style.getPropertyValue("--timeline-width"),
  window.localStorage.getItem("sightglass.layout.timeline-width"),
];

it("a choice is there at once for the page and its style sheet, and for the next page; taken back, it is gone", () => {
  const { result } = renderHook(() => useLayoutMemory("timeline-width"));
  const other = renderHook(() => useLayoutMemory("filmstrip")).result;
  remember("320px");
  expect([result.current, other.current]).toEqual(["320px", null]);
  expect(found()).toEqual(["320px", "320px", "320px"]);
  remember(null);
  expect(result.current).toBe(null);
  expect(found()).toEqual([null, "", null]);
});

it("what the first script of the page has applied is read without the storage", () => {
  root.dataset.timelineWidth = "400px";
  expect(renderHook(() => useLayoutMemory("timeline-width")).result.current).toBe("400px");
});

it("a browser that keeps nothing still lays the page out", () => {
  const { result } = renderHook(() => useLayoutMemory("timeline-width"));
  const refuse = () => {
    throw new DOMException("Off", "SecurityError");
  };
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(refuse);
  vi.spyOn(Storage.prototype, "removeItem").mockImplementation(refuse);
  remember("320px");
  expect([result.current, found()]).toEqual(["320px", ["320px", "320px", null]]);
  remember(null);
  expect([result.current, found()]).toEqual([null, [null, "", null]]);
});
