// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { usePreviousToggle } from "./use-previous-toggle";

const HELD_MS = 350;

afterEach(cleanup);

function keyEvent(type: "keydown" | "keyup", timeStamp: number, init: KeyboardEventInit = {}) {
  const event = new KeyboardEvent(type, { key: "b", ...init });
  vi.spyOn(event, "timeStamp", "get").mockReturnValue(timeStamp);
  return event;
}

/** The stage, with step 3 on it at first. */
function openStage() {
  const { result, rerender } = renderHook(
    (props: { step: number }) => usePreviousToggle(props.step),
    {
      initialProps: { step: 3 },
    },
  );
  return {
    isBefore: () => result.current.isBefore,
    toggle: () => {
      act(() => {
        result.current.toggle();
      });
    },
    show: (step: number) => {
      rerender({ step });
    },
    /** Presses the key at a time in milliseconds; the browser repeats it while it is held. */
    down: (at: number, init: KeyboardEventInit = {}) => {
      act(() => {
        result.current.onKey(keyEvent("keydown", at, init));
      });
    },
    up: (at: number, init: KeyboardEventInit = {}) => {
      act(() => {
        document.dispatchEvent(keyEvent("keyup", at, init));
      });
    },
  };
}

it("a press flicks and stays, the next one flicks back", () => {
  const { toggle, down, up, isBefore } = openStage();
  toggle();
  expect(isBefore()).toBe(true);
  toggle();
  expect(isBefore()).toBe(false);
  down(1000);
  expect(isBefore()).toBe(true);
  up(1000 + HELD_MS);
  expect(isBefore()).toBe(true);
  down(2000);
  up(2001);
  expect(isBefore()).toBe(false);
});

it.each([false, true])("a key that is held flicks until it is let go, from %j", (first) => {
  const { toggle, down, up, isBefore } = openStage();
  if (first) toggle();
  down(1000);
  down(1300, { repeat: true });
  up(1350, { key: "Shift" });
  expect(isBefore()).toBe(!first);
  // Shift came in between, or went.
  up(1001 + HELD_MS, { key: "B" });
  expect(isBefore()).toBe(first);
  toggle();
  up(9000);
  expect(isBefore()).toBe(!first);
});

it("another step begins with its own screenshot, also one that the reader comes back to", () => {
  const { toggle, show, isBefore } = openStage();
  toggle();
  show(4);
  expect(isBefore()).toBe(false);
  show(3);
  expect(isBefore()).toBe(false);
});

it("a key that is let go on another step changes nothing there, nor on the one it was pressed on", () => {
  const { toggle, down, up, show, isBefore } = openStage();
  toggle();
  down(1000);
  show(4);
  up(2000);
  expect(isBefore()).toBe(false);
  show(3);
  expect(isBefore()).toBe(false);
});
