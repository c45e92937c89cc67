// @vitest-environment jsdom
import { act, cleanup, render } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { stubResizeObserver } from "@/test/resize-observer";
import { useReveal } from "./use-reveal";

/** What was brought into sight: the step, and where in the list. */
let revealed: string[] = [];
/** What the layout, which is not there, would make of the list. */
let listPx = 200;
let resized = new Set<() => void>();

beforeEach(() => {
  revealed = [];
  listPx = 200;
  resized = new Set();
  vi.spyOn(Element.prototype, "clientHeight", "get").mockImplementation(() => listPx);
  Object.assign(Element.prototype, {
    scrollIntoView(this: Element, { block }: { block: string }) {
      revealed.push(`${String(this.getAttribute("data-step"))} ${block}`);
    },
  });
  stubResizeObserver(resized);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

type Page = { selected: number | null; filter?: string; rows?: readonly number[] };

/** A timeline with the rows of some steps. */
function List({ selected, filter = "", rows = [1, 2, 3] }: Page) {
  const list = useRef<HTMLDivElement>(null);
  useReveal(list, selected, filter);
  return (
    <div role="log" ref={list}>
      {rows.map((step) => (
        <p key={step} data-step={step} />
      ))}
    </div>
  );
}

function openList(first: Page) {
  const { rerender, unmount, getByRole } = render(<List {...first} />);
  return {
    list: getByRole("log"),
    unmount,
    show: (page: Page) => {
      rerender(<List {...page} />);
    },
    resize: (px: number) => {
      listPx = px;
      act(() => {
        for (const tell of resized) tell();
      });
    },
  };
}

it("shows the step of a link with what stands around it, and then moves as little as it can", () => {
  const { show } = openList({ selected: 2 });
  show({ selected: 3 });
  expect(revealed).toEqual(["2 center", "3 nearest"]);
});

it("leaves the list alone when steps come, or nothing is selected", () => {
  const { show, list } = openList({ selected: 2 });
  revealed = [];
  show({ selected: 2, rows: [1, 2, 3, 4] });
  list.scrollTop = 50;
  show({ selected: null });
  show({ selected: 9 });
  expect([revealed, list.scrollTop]).toEqual([[], 50]);
});

it("another filter shows the selected step anew, or the beginning where it is not among what is left", () => {
  const { show, list } = openList({ selected: 2 });
  list.scrollTop = 50;
  show({ selected: 2, filter: "milk" });
  expect([revealed, list.scrollTop]).toEqual([["2 center", "2 center"], 50]);
  show({ selected: 2, filter: "bread", rows: [1, 3] });
  expect([revealed.length, list.scrollTop]).toEqual([2, 0]);
});

it("a list that was not shown brings its step into sight when it is, and once only", () => {
  listPx = 0;
  const { show, resize, unmount } = openList({ selected: 2 });
  show({ selected: 3 });
  expect(revealed).toEqual([]);
  resize(200);
  resize(300);
  expect(revealed).toEqual(["3 center"]);
  unmount();
  expect(resized.size).toBe(0);
});
