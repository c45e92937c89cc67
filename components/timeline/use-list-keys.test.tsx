// @vitest-environment jsdom
import { act, cleanup, createEvent, fireEvent, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sampleStep } from "@/test/factories/snapshot";
import { useListKeys } from "./use-list-keys";

const FRAME_MS = 17;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** A timeline of some steps, of which the rows of `drawn` are on the page. */
function openList(steps: readonly number[], drawn = steps) {
  const selected: number[] = [];
  let focused: number | null = null;
  const rows = steps.map((step) => sampleStep(step));
  function List({ shown }: { shown: readonly number[] }) {
    const keys = useListKeys(rows, (number) => selected.push(number));
    focused = keys.focused;
    return (
      <>
        <div role="log" {...keys.listProps}>
          <b>Heading</b>
          {shown.map((step) => (
            <a key={step} data-step={step} href={`?step=${String(step)}`}>
              <i>{`Step ${String(step)}`}</i>
            </a>
          ))}
        </div>
        <button>Elsewhere</button>
      </>
    );
  }
  const { rerender, getByText, getByRole } = render(<List shown={drawn} />);
  const rowOf = (step: number) => getByText(`Step ${String(step)}`);
  const focus = (element: HTMLElement) => {
    act(() => {
      element.focus();
    });
  };
  return {
    selected,
    focused: () => focused,
    heading: getByText("Heading"),
    draw: (shown: readonly number[]) => {
      rerender(<List shown={shown} />);
    },
    frames: (count: number) => {
      act(() => {
        vi.advanceTimersByTime(count * FRAME_MS);
      });
    },
    focusRow: (step: number) => {
      focus(rowOf(step).parentElement ?? document.body);
    },
    focusElsewhere: () => {
      focus(getByRole("button"));
    },
    /** Presses a key where the focus is; true when it is left to the browser. */
    press: (key: string, keys: KeyboardEventInit = {}) =>
      fireEvent.keyDown(document.activeElement ?? document.body, { key, ...keys }),
    rowOf,
    focusedStep: () => document.activeElement?.getAttribute("data-step") ?? null,
  };
}

/** Clicks, and tells whether the browser is to follow the link; it does not here. */
function click(element: HTMLElement, how: MouseEventInit = {}): boolean {
  const event = createEvent.click(element, { button: 0, ...how });
  let isForTheBrowser = false;
  const stop = (clicked: Event) => {
    isForTheBrowser = !clicked.defaultPrevented;
    clicked.preventDefault();
  };
  window.addEventListener("click", stop, { once: true });
  fireEvent(element, event);
  return isForTheBrowser;
}

it("a click anywhere on a row selects its step instead of following the link", () => {
  const { rowOf, selected, heading } = openList([4, 7]);
  expect(click(rowOf(7))).toBe(false);
  expect(click(heading)).toBe(true);
  expect(selected).toEqual([7]);
});

it.each([
  { ctrlKey: true },
  { metaKey: true },
  { shiftKey: true },
  { altKey: true },
  { button: 1 },
])("a click that opens the link somewhere else is the browser's (%j)", (how) => {
  const { rowOf, selected } = openList([4, 7]);
  expect([click(rowOf(7), how), selected]).toEqual([true, []]);
});

it.each([
  ["ArrowDown", 4, 7],
  ["ArrowDown", 9, 9],
  ["ArrowUp", 9, 7],
  ["ArrowUp", 4, 4],
  ["Home", 9, 4],
  ["End", 4, 9],
] as const)("%s leads from step %i to step %i, with the focus", (key, from, to) => {
  const { focusRow, press, selected, focusedStep, focused } = openList([4, 7, 9]);
  focusRow(from);
  expect(press(key)).toBe(false);
  expect([selected, focusedStep(), focused()]).toEqual([[to], String(to), to]);
});

it("keys that are the browser's, or that no row has, do nothing", () => {
  const { focusRow, focusElsewhere, press, selected, focused } = openList([4, 7]);
  focusRow(4);
  for (const keys of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
    expect(press("ArrowDown", keys)).toBe(true);
  expect(press("PageDown")).toBe(true);
  focusElsewhere();
  expect([press("ArrowDown"), selected, focused()]).toEqual([true, [], null]);
});

it("from a row that a filter has taken away, the keys lead to the beginning", () => {
  const { focusRow, press, selected } = openList([4, 7, 9], [4, 5, 7, 9]);
  focusRow(5);
  press("ArrowDown");
  expect(selected).toEqual([4]);
});

it("the focus follows to a row that is drawn some frames later, and is not waited for without end", () => {
  const { focusRow, press, draw, frames, focusedStep } = openList([4, 7, 9], [4]);
  focusRow(4);
  press("End");
  frames(3);
  draw([4, 9]);
  frames(1);
  expect([focusedStep(), vi.getTimerCount()]).toEqual(["9", 0]);
  press("ArrowUp");
  frames(30);
  expect([focusedStep(), vi.getTimerCount()]).toEqual(["9", 0]);
});

it("whoever goes elsewhere before the row is drawn keeps the focus there", () => {
  const { focusRow, press, draw, frames, focusElsewhere, focusedStep } = openList([4, 9], [4]);
  focusRow(4);
  press("End");
  frames(1);
  focusElsewhere();
  draw([4, 9]);
  frames(3);
  expect(focusedStep()).toBe(null);
});
