// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import Split from "./split";

/** What the style sheet allows, which is not there. */
let mostShown = 1000;

beforeEach(() => {
  mostShown = 1000;
  window.localStorage.clear();
  document.documentElement.removeAttribute("data-timeline-width");
  Element.prototype.setPointerCapture = () => undefined;
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(
    () => new DOMRect(0, 0, Math.min(mostShown, width()), 600),
  );
  render(
    <>
      <div id="left" />
      <Split
        part="timeline-width"
        label="Width"
        controls="left"
        initial={400}
        min={300}
        max={700}
      />
    </>,
  );
});
afterEach(cleanup);

const handle = () => screen.getByRole("separator", { name: "Width" });
const width = () => Number(handle().getAttribute("aria-valuenow"));
const kept = () => window.localStorage.getItem("sightglass.layout.timeline-width");
const press = (key: string, init: KeyboardEventInit = {}) =>
  fireEvent.keyDown(handle(), { key, ...init });

it("moves by keys between its ends, and back to where it began", () => {
  press("ArrowRight");
  expect([width(), kept()]).toEqual([416, "416px"]);
  press("End");
  press("ArrowRight");
  expect(width()).toBe(700);
  press("Home");
  press("ArrowLeft");
  expect(width()).toBe(300);
  press("ArrowRight", { altKey: true });
  expect(width()).toBe(300);
  press("Enter");
  expect([width(), kept()]).toEqual([400, null]);
});

it("is dragged as far as the pointer goes, until it is let go", () => {
  const drag = (clientX: number) => fireEvent.pointerMove(handle(), { clientX });
  drag(900);
  expect(width()).toBe(400);
  fireEvent.pointerDown(handle(), { button: 0, clientX: 400 });
  drag(450);
  expect(width()).toBe(450);
  drag(9000);
  expect(width()).toBe(700);
  fireEvent.lostPointerCapture(handle());
  drag(500);
  expect(width()).toBe(700);
  fireEvent.doubleClick(handle());
  expect(width()).toBe(400);
});

it.each([
  ["a key", () => press("ArrowLeft"), 484],
  [
    "the pointer",
    () => {
      fireEvent.pointerDown(handle(), { button: 0, clientX: 500 });
      fireEvent.pointerMove(handle(), { clientX: 490 });
    },
    490,
  ],
])("%s begins at what is on the screen, where a narrow window holds it back", (_, move, after) => {
  press("End");
  mostShown = 500;
  move();
  expect(width()).toBe(after);
});
