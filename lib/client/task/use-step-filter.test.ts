// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { fakeAddressTimers, openAddress, UrlRouter } from "@/test/url-router";
import { useStepFilter } from "./use-step-filter";

fakeAddressTimers();

/** A timeline at an address. */
function openTimeline(search: string) {
  openAddress(`/tasks/1${search}`);
  const { result } = renderHook(() => useStepFilter(), { wrapper: UrlRouter });
  return {
    filter: () => result.current.filter,
    change: (how: (hook: ReturnType<typeof useStepFilter>) => void) => {
      act(() => {
        how(result.current);
      });
    },
  };
}

it.each([
  ["", { query: "", outcome: null, host: null }],
  [
    "?q=milk&outcome=failure&host=a.example",
    { query: "milk", outcome: "failure", host: "a.example" },
  ],
  ["?q=&outcome=Failure&host=", { query: "", outcome: null, host: null }],
])("the address %j is read as the filter %j", (search, expected) => {
  expect(openTimeline(search).filter()).toEqual(expected);
});

it("a query that is too long is cut between two signs, in the address and from it", () => {
  const whole = `${"a".repeat(198)}👍`;
  expect(openTimeline(`?q=${encodeURIComponent(`${whole}b`)}`).filter().query).toBe(whole);
  const cut = `${"a".repeat(199)}👍`;
  const timeline = openTimeline("");
  timeline.change(({ setQuery }) => {
    setQuery(cut);
  });
  expect(new URLSearchParams(window.location.search).get("q")).toBe("a".repeat(199));
});

it("what is looked for leaves no entry in the history, and no trace in the address when it is cleared", () => {
  const timeline = openTimeline("?step=3");
  const { length } = window.history;
  timeline.change(({ setQuery }) => {
    setQuery("milk");
  });
  timeline.change(({ setOutcome }) => {
    setOutcome("unknown");
  });
  timeline.change(({ setHost }) => {
    setHost("a.example");
  });
  expect(timeline.filter()).toEqual({ query: "milk", outcome: "unknown", host: "a.example" });
  timeline.change(({ setQuery }) => {
    setQuery("");
  });
  vi.runAllTimers();
  expect(window.location.search).toBe("?step=3&outcome=unknown&host=a.example");
  timeline.change(({ clear }) => {
    clear();
  });
  expect(timeline.filter()).toEqual({ query: "", outcome: null, host: null });
  expect([window.location.search, window.history.length]).toEqual(["?step=3", length]);
});
