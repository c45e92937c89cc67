// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sampleStep } from "@/test/factories/snapshot";
import { stubResizeObserver } from "@/test/resize-observer";
import { useFollow } from "./use-follow";

const ROW_PX = 50;
const LIST_PX = 200;

/** What the layout, which is not there, would make of the rows. */
let rowPx = ROW_PX;
let rowCount = 0;
let listPx = LIST_PX;
const resized = new Set<() => void>();

beforeEach(() => {
  rowPx = ROW_PX;
  listPx = LIST_PX;
  vi.spyOn(Element.prototype, "scrollHeight", "get").mockImplementation(() =>
    listPx === 0 ? 0 : Math.max(listPx, rowCount * rowPx),
  );
  vi.spyOn(Element.prototype, "clientHeight", "get").mockImplementation(() => listPx);
  stubResizeObserver(resized);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

type Page = { steps: number; rows?: readonly number[]; canFollow?: boolean; selected?: boolean };

/** A timeline of some steps, of which it shows `rows`, or all. */
function openList(first: Page) {
  let follow: ReturnType<typeof useFollow> | null = null;
  function List({ steps, rows, canFollow = true, selected = false }: Page) {
    const all = Array.from({ length: steps }, (_, index) => sampleStep(index + 1));
    const shown = all.filter((step) => rows?.includes(step.number) ?? true);
    rowCount = shown.length;
    const now = useFollow({ steps: all, rows: shown, canFollow, hasSelection: selected });
    follow = now;
    return (
      <div role="log" ref={now.scrollRef} onScroll={now.onScroll}>
        <div />
      </div>
    );
  }
  const { rerender, getByRole } = render(<List {...first} />);
  const list = getByRole("log");
  return {
    show: (page: Page) => {
      rerender(<List {...page} />);
    },
    scrollTo: (top: number) => {
      list.scrollTop = top;
      fireEvent.scroll(list);
    },
    press: (what: "pause" | "resume") => {
      act(() => follow?.[what]());
    },
    isAtEnd: () => list.scrollTop === list.scrollHeight,
    top: () => list.scrollTop,
    isFollowing: () => follow?.isFollowing,
    newSteps: () => follow?.newSteps,
  };
}

it("keeps the end in sight when steps come, and when rows turn out higher", () => {
  const list = openList({ steps: 10 });
  expect(list.isAtEnd()).toBe(true);
  list.show({ steps: 12 });
  expect(list.isAtEnd()).toBe(true);
  rowPx = 80;
  for (const tell of resized) tell();
  expect(list.isAtEnd()).toBe(true);
});

it("stays where the reader has scrolled to, counts what comes, and follows from the end again", () => {
  const list = openList({ steps: 10 });
  list.scrollTo(100);
  list.show({ steps: 13 });
  for (const tell of resized) tell();
  expect([list.top(), list.isFollowing(), list.newSteps()]).toEqual([100, false, 3]);
  list.scrollTo(13 * ROW_PX - LIST_PX - 20);
  expect([list.isFollowing(), list.newSteps()]).toEqual([true, 0]);
  list.show({ steps: 14 });
  expect(list.isAtEnd()).toBe(true);
});

it("switched off, it stays so even at the end, until it is switched on", () => {
  const list = openList({ steps: 10 });
  list.press("pause");
  list.scrollTo(10 * ROW_PX - LIST_PX);
  list.show({ steps: 12 });
  expect([list.isFollowing(), list.newSteps()]).toEqual([false, 2]);
  list.press("resume");
  expect([list.isAtEnd(), list.isFollowing(), list.newSteps()]).toEqual([true, true, 0]);
});

it("a selected step holds the list until it is left", () => {
  const list = openList({ steps: 10, selected: true });
  list.show({ steps: 12, selected: true });
  expect([list.top(), list.isFollowing(), list.newSteps()]).toEqual([0, false, 2]);
  list.show({ steps: 12 });
  expect([list.isAtEnd(), list.isFollowing(), list.newSteps()]).toEqual([true, true, 0]);
});

it("the list of a run that was over from the beginning is left alone", () => {
  const list = openList({ steps: 10, canFollow: false });
  list.show({ steps: 12, canFollow: false });
  list.scrollTo(12 * ROW_PX - LIST_PX);
  expect([list.isFollowing(), list.newSteps()]).toEqual([false, 0]);
});

it("of the steps that came, those that a filter hides are not counted", () => {
  const list = openList({ steps: 10, rows: [2, 4, 6, 8, 10] });
  list.press("pause");
  list.show({ steps: 14, rows: [2, 4, 6, 8, 10, 12] });
  expect(list.newSteps()).toBe(1);
  list.show({ steps: 14, rows: [13] });
  expect(list.newSteps()).toBe(1);
});

it("a filter that leaves so little that nothing scrolls does not bring back whoever was elsewhere", () => {
  const list = openList({ steps: 100 });
  list.scrollTo(1000);
  list.show({ steps: 100, rows: [3, 7] });
  list.scrollTo(0);
  list.show({ steps: 100 });
  expect([list.isFollowing(), list.isAtEnd()]).toEqual([false, false]);
});

/** Makes the window so high that the list is this high; 0 hides the list. */
function resizeList(px: number) {
  listPx = px;
  act(() => {
    for (const tell of resized) tell();
  });
}

it("follows again once the window is so large that every step is seen", () => {
  const list = openList({ steps: 10 });
  list.scrollTo(100);
  list.show({ steps: 12 });
  resizeList(11 * ROW_PX);
  expect([list.isFollowing(), list.newSteps()]).toEqual([false, 2]);
  resizeList(12 * ROW_PX);
  expect([list.isFollowing(), list.newSteps()]).toEqual([true, 0]);
  resizeList(LIST_PX);
  expect(list.isAtEnd()).toBe(true);
});

it("does not follow again because the list is hidden, a filter leaves little, or it was switched off", () => {
  const list = openList({ steps: 10 });
  list.scrollTo(100);
  resizeList(0);
  expect(list.isFollowing()).toBe(false);
  list.show({ steps: 10, rows: [3] });
  resizeList(LIST_PX);
  expect(list.isFollowing()).toBe(false);
  list.show({ steps: 10 });
  list.press("pause");
  resizeList(10 * ROW_PX);
  expect(list.isFollowing()).toBe(false);
});
