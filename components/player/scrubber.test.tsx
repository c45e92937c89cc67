// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { Scrubber } from "./scrubber";

afterEach(cleanup);

/** A scrubber over so many steps, with the first of them on the stage. */
function open(count: number) {
  const onMove = vi.fn();
  function Film() {
    const [index, setIndex] = useState(0);
    return (
      <Scrubber
        count={count}
        index={index}
        valueText=""
        failures={[]}
        suspects={[]}
        onMove={(to) => {
          onMove(to);
          setIndex(to);
        }}
      />
    );
  }
  render(<Film />);
  const held = new Set<number>();
  Element.prototype.setPointerCapture = (id) => void held.add(id);
  Element.prototype.hasPointerCapture = (id) => held.has(id);
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(100, 0, 200, 4));
  return onMove;
}

const slider = () => screen.getByRole("slider");
const at = () => Number(slider().getAttribute("aria-valuenow"));
const press = (key: string, init: KeyboardEventInit = {}) =>
  fireEvent.keyDown(slider(), { key, ...init });

it.each([
  [["ArrowRight", "ArrowUp"], 3],
  [["End"], 30],
  [["End", "ArrowLeft", "ArrowDown"], 28],
  [["PageUp", "PageUp", "PageDown"], 11],
  [["ArrowLeft"], 1],
  [["End", "PageUp"], 30],
  [["End", "Home"], 1],
  [["a"], 1],
])("the keys %j lead to step %i of 30", (keys, step) => {
  open(30);
  for (const key of keys) press(key);
  expect(at()).toBe(step);
});

it("leaves keys with a modifier to the browser", () => {
  open(30);
  expect(press("ArrowRight", { altKey: true })).toBe(true);
  expect(press("ArrowRight")).toBe(false);
  expect(at()).toBe(2);
});

it("goes where the pointer is while it is held, and says each step once", () => {
  const onMove = open(11);
  fireEvent.pointerMove(slider(), { pointerId: 1, clientX: 300 });
  expect(at()).toBe(1);
  fireEvent.pointerDown(slider(), { pointerId: 1, button: 0, clientX: 200 });
  expect(at()).toBe(6);
  for (const clientX of [201, 202, 9000, -50]) {
    fireEvent.pointerMove(slider(), { pointerId: 1, clientX });
  }
  expect(onMove.mock.calls.flat()).toEqual([5, 10, 0]);
});

it("stands still where there is nothing to go through", () => {
  const onMove = open(1);
  press("End");
  fireEvent.pointerDown(slider(), { pointerId: 1, button: 0, clientX: 300 });
  expect([onMove.mock.calls, slider().getAttribute("aria-disabled")]).toEqual([[], "true"]);
});
