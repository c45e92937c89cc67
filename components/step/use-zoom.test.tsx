// @vitest-environment jsdom
import { act, cleanup, createEvent, fireEvent, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useZoom } from "./use-zoom";

/** Where the frame would be, had it a layout. */
const FRAME = new DOMRect(100, 50, 800, 500);
const PICTURE = { width: 1600, height: 1000 };

/** The pointer that the frame has taken, as a browser keeps it. */
let captured: number | null = null;

beforeEach(() => {
  captured = null;
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(FRAME);
  vi.spyOn(HTMLImageElement.prototype, "naturalWidth", "get").mockReturnValue(PICTURE.width);
  vi.spyOn(HTMLImageElement.prototype, "naturalHeight", "get").mockReturnValue(PICTURE.height);
  // Not there in jsdom.
  Object.assign(Element.prototype, {
    setPointerCapture: (id: number) => {
      captured = id;
    },
    hasPointerCapture: (id: number) => captured === id,
  });
});
afterEach(cleanup);

/** An event with fields that jsdom does not let its maker set. */
function withFields(event: Event, fields: object): Event {
  for (const [name, value] of Object.entries(fields)) Object.defineProperty(event, name, { value });
  return event;
}

function openPicture(hasPicture = true) {
  let zooming: ReturnType<typeof useZoom> | null = null;
  function Viewer() {
    const zoom = useZoom();
    zooming = zoom;
    return (
      <div role="group" ref={zoom.frameRef} {...zoom.frameProps}>
        {hasPicture && <img alt="" style={zoom.style} />}
      </div>
    );
  }
  const frame = render(<Viewer />).getByRole("group");
  /** Lets something happen to the frame; true when it is left to the browser. */
  const happens = (event: Event, fields: object = {}) =>
    fireEvent(frame, withFields(event, fields));
  return {
    scale: () => zooming?.scale,
    /** How the picture is moved, in pixels of the frame. */
    moved: () => {
      const found = /translate\((.+?)px, (.+?)px\)/.exec(zooming?.style?.transform ?? "");
      return found === null ? null : [Number(found[1]), Number(found[2])];
    },
    style: () => zooming?.style,
    press: (what: "zoomIn" | "zoomOut" | "fit") => {
      act(() => zooming?.[what]());
    },
    wheel: (deltaY: number, init: WheelEventInit = {}) =>
      happens(createEvent.wheel(frame, { deltaY, clientX: 500, clientY: 300, ...init })),
    key: (key: string, init: KeyboardEventInit = {}) =>
      happens(createEvent.keyDown(frame, { key, ...init })),
    doubleClick: (clientX = 500, clientY = 300) =>
      happens(createEvent.dblClick(frame, { clientX, clientY })),
    pointer: (type: "pointerDown" | "pointerMove", fields: object) =>
      happens(createEvent[type](frame), { pointerId: 1, button: 0, ...fields }),
  };
}

it("the buttons zoom in, out and back to the whole picture, which is never smaller than its frame", () => {
  const { press, scale, style } = openPicture();
  expect([scale(), style()]).toEqual([1, undefined]);
  press("zoomIn");
  press("zoomIn");
  expect(scale()).toBeCloseTo(2.25);
  press("zoomOut");
  expect(scale()).toBeCloseTo(1.5);
  press("zoomOut");
  press("zoomOut");
  expect([scale(), style()]).toEqual([1, undefined]);
  press("zoomIn");
  press("fit");
  expect([scale(), style()]).toEqual([1, undefined]);
});

it("the wheel scrolls the page, and zooms with Ctrl or Cmd, as far as one notch may", () => {
  const { wheel, scale } = openPicture();
  expect([wheel(-10), scale()]).toEqual([true, 1]);
  expect([wheel(-10, { ctrlKey: true }), scale()]).toEqual([false, Math.exp(0.1)]);
  wheel(10, { metaKey: true });
  expect(scale()).toBeCloseTo(1);
  wheel(-5000, { ctrlKey: true });
  expect(scale()).toBeCloseTo(Math.exp(0.4));
});

it("what is under the pointer stays there", () => {
  const { wheel, moved, scale } = openPicture();
  wheel(-40, { ctrlKey: true, clientX: 100 + 400 + 200, clientY: 50 + 250 - 100 });
  const grown = (scale() ?? 1) - 1;
  expect(moved()).toEqual([-200 * grown, 100 * grown].map((px) => Number(px.toFixed(1))));
});

it("a double click shows the picture in its own size where it was clicked, another the whole", () => {
  const { doubleClick, scale, moved } = openPicture();
  doubleClick(600, 300);
  expect([scale(), moved()]).toEqual([2, [-100, 0]]);
  doubleClick();
  expect(scale()).toBe(1);
});

it("a double click where there is no picture does nothing", () => {
  const { doubleClick, scale } = openPicture(false);
  doubleClick();
  expect(scale()).toBe(1);
});

it("the arrow keys move a zoomed picture, as far as it goes", () => {
  const { key, press, moved } = openPicture();
  expect(key("ArrowLeft")).toBe(true);
  press("zoomIn");
  expect(key("ArrowLeft")).toBe(false);
  key("ArrowUp");
  expect(moved()).toEqual([60, 60]);
  key("ArrowRight");
  key("ArrowDown");
  expect(moved()).toEqual([0, 0]);
  for (let times = 0; times < 9; times++) key("ArrowLeft");
  expect(moved()).toEqual([200, 0]);
});

it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])(
  "an arrow with another key is the browser's, which goes back by it (%j)",
  (keys) => {
    const { key, press, moved } = openPicture();
    press("zoomIn");
    expect([key("ArrowLeft", keys), moved()]).toEqual([true, [0, 0]]);
  },
);

it("a zoomed picture is dragged by the pointer that took it", () => {
  const { pointer, press, moved } = openPicture();
  pointer("pointerDown", {});
  press("zoomIn");
  pointer("pointerMove", { movementX: 5, movementY: 5 });
  pointer("pointerDown", { button: 2 });
  pointer("pointerMove", { movementX: 5, movementY: 5 });
  expect(moved()).toEqual([0, 0]);
  pointer("pointerDown", {});
  pointer("pointerMove", { movementX: 30, movementY: -20 });
  pointer("pointerMove", { pointerId: 2, movementX: 30, movementY: -20 });
  expect(moved()).toEqual([30, -20]);
});
