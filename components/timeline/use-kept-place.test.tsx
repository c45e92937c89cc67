// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { useRef, type RefObject } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { useNotedPlace, type Place } from "./use-kept-place";

afterEach(cleanup);

const LIST_TOP = 100;
const ROW_PX = 50;

function List({ placeRef }: { placeRef: RefObject<Place | null> }) {
  const list = useRef<HTMLUListElement>(null);
  useNotedPlace(list, placeRef);
  return (
    <ul ref={list}>
      {[4, 5, 9].map((step) => (
        <li key={step} data-step={step} />
      ))}
    </ul>
  );
}

/** Where the reader stands when a list that was scrolled so far goes away. */
function placeAfter(scrolled: number): Place | null {
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const index = [...(this.parentElement?.querySelectorAll("[data-step]") ?? [])].indexOf(this);
    const top = index === -1 ? LIST_TOP : LIST_TOP - scrolled + index * ROW_PX;
    return new DOMRect(0, top, 300, ROW_PX);
  });
  const placeRef = { current: null };
  render(<List placeRef={placeRef} />).unmount();
  return placeRef.current;
}

it("a list that goes away leaves the first row in sight, and how much of it is hidden", () => {
  expect(placeAfter(0)).toEqual({ step: 4, top: 0 });
  expect(placeAfter(70)).toEqual({ step: 5, top: -20 });
});

it("a row that ends where the list begins is out of sight, and behind the last row there is no place", () => {
  expect(placeAfter(2 * ROW_PX)).toEqual({ step: 9, top: 0 });
  expect(placeAfter(3 * ROW_PX)).toBe(null);
});
