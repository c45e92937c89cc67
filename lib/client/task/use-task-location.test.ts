// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import {
  fakeAddressTimers,
  followAddress,
  goBack,
  openAddress,
  UrlRouter,
} from "@/test/url-router";
import { useTaskLocation } from "./use-task-location";

fakeAddressTimers();

/** A task page at an address. */
function openPage(search: string) {
  openAddress(`/tasks/1${search}`);
  const { result } = renderHook(() => useTaskLocation(), { wrapper: UrlRouter });
  return {
    at: () => [result.current.step, result.current.view],
    go: (move: (location: ReturnType<typeof useTaskLocation>) => void) => {
      act(() => {
        move(result.current);
      });
    },
  };
}

it.each([
  ["", [null, null]],
  ["?step=7&view=output", [7, "output"]],
  ["?step=x&view=nowhere", [null, null]],
  ["?step=&view=", [null, null]],
])("the address %j is read as step and view %j", (search, expected) => {
  expect(openPage(search).at()).toEqual(expected);
});

it("a selected step is opened in place of a view, and Back leads through all of them", () => {
  const page = openPage("?view=output&q=milk");
  page.go((to) => {
    to.selectStep(3);
  });
  page.go((to) => {
    to.selectStep(5);
  });
  expect([page.at(), window.location.search]).toEqual([[5, null], "?q=milk&step=5"]);
  page.go((to) => {
    to.follow();
  });
  expect(page.at()).toEqual([null, null]);
  for (const expected of [
    [5, null],
    [3, null],
    [null, "output"],
  ]) {
    goBack();
    followAddress();
    expect(page.at()).toEqual(expected);
  }
});

it.each([
  ["the newest step", "", [null, null]],
  ["a view", "?step=2&view=output", [2, "output"]],
])(
  "Back leads from a film to where it was started, %s, however many steps it has shown",
  (_, search, start) => {
    const page = openPage(search);
    for (const step of [3, 4, 5])
      page.go((to) => {
        to.seekToStep(step);
      });
    expect(page.at()).toEqual([5, null]);
    vi.runAllTimers();
    goBack();
    followAddress();
    expect(page.at()).toEqual(start);
  },
);

it("a film that goes on from an open step leaves no entry of its own", () => {
  openAddress("/tasks/1?view=output");
  const page = openPage("?step=2");
  for (const step of [3, 4])
    page.go((to) => {
      to.seekToStep(step);
    });
  goBack();
  followAddress();
  expect(page.at()).toEqual([null, "output"]);
});

it("an opened view keeps the step that it was opened from", () => {
  const page = openPage("?step=2");
  page.go((to) => {
    to.openView("output");
  });
  expect(page.at()).toEqual([2, "output"]);
});
