// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useFindKeys } from "./use-find-keys";

let isShown = true;

beforeEach(() => {
  isShown = true;
  // Without a layout nothing is shown.
  vi.spyOn(HTMLElement.prototype, "offsetParent", "get").mockImplementation(() =>
    isShown ? document.body : null,
  );
});
afterEach(cleanup);

function Timeline({ isPartly, script }: { isPartly: boolean; script: string }) {
  const box = useRef<HTMLDivElement>(null);
  const isInstead = useFindKeys(box, isPartly);
  return (
    <>
      <div ref={box}>
        <input key={script} type="search" defaultValue="milk" />
        <button>Row</button>
      </div>
      <input type="text" />
      <p role="status">{isInstead ? "instead" : ""}</p>
    </>
  );
}

/** A timeline whose list is on the page in part only, or as a whole. */
function openTimeline(isPartly = true) {
  const { getByRole, rerender } = render(<Timeline isPartly={isPartly} script="server" />);
  return {
    field: () => getByRole("searchbox"),
    row: getByRole("button"),
    otherField: getByRole("textbox"),
    isInstead: () => getByRole("status").textContent === "instead",
    /** Puts another field in the place of the first, as the script of the find bar does. */
    takeOver: () => {
      rerender(<Timeline isPartly={isPartly} script="browser" />);
    },
  };
}

/** Presses a key where the focus is; false when the browser is not to do what it does by itself. */
const press = (key: string, keys: Partial<KeyboardEventInit> = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...keys });
const focus = (element: HTMLElement) => {
  act(() => {
    element.focus();
  });
};

it("the key / leads to the field, what is in it selected, but not from within a text", () => {
  const { field, otherField } = openTimeline();
  focus(otherField);
  expect(press("/")).toBe(true);
  expect(document.activeElement).toBe(otherField);
  act(() => {
    otherField.blur();
  });
  expect(press("/")).toBe(false);
  expect(document.activeElement).toBe(field());
  expect(field()).toHaveProperty("selectionStart", 0);
  expect(field()).toHaveProperty("selectionEnd", "milk".length);
});

it.each([{ ctrlKey: true }, { metaKey: true }])(
  "the browser's own search (%j) leads to the field first, then to the browser's",
  (keys) => {
    const { field, isInstead } = openTimeline();
    expect(press("f", keys)).toBe(false);
    expect([document.activeElement, isInstead()]).toEqual([field(), true]);
    expect(press("f", keys)).toBe(true);
  },
);

it.each([
  ["of a list that is on the page as a whole", false, { ctrlKey: true }, true],
  ["where the field cannot be seen", true, { ctrlKey: true }, false],
  ["with Shift", true, { ctrlKey: true, shiftKey: true }, true],
  ["with both Ctrl and Cmd", true, { ctrlKey: true, metaKey: true }, true],
  ["of the letter alone", true, {}, true],
])("leaves to the browser what is pressed %s", (_, isPartly, keys, shown) => {
  const { isInstead } = openTimeline(isPartly);
  isShown = shown;
  expect(press("f", keys)).toBe(true);
  expect([document.activeElement, isInstead()]).toEqual([document.body, false]);
});

it("says why only while the field has the focus by that, also when its script came in between", () => {
  const { field, row, isInstead, takeOver } = openTimeline();
  press("/");
  expect(isInstead()).toBe(false);
  focus(row);
  press("f", { ctrlKey: true });
  expect(isInstead()).toBe(true);
  focus(row);
  expect(isInstead()).toBe(false);
  press("f", { ctrlKey: true });
  takeOver();
  focus(field());
  focus(row);
  expect(isInstead()).toBe(false);
});
