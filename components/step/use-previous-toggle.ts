"use client";

import { useState } from "react";

/** A key that is held longer than this flicks back when it is let go; a shorter press stays. */
const HELD_MS = 350;

/**
 * Flicking between the screenshot of a step and the one before it. `step` is the step on the stage: another
 * one begins with its own screenshot.
 */
export function usePreviousToggle(step: number) {
  const [flicked, setFlicked] = useState<number | null>(null);
  // A step that the reader comes back to begins with its own, too.
  if (flicked !== null && flicked !== step) setFlicked(null);
  const isBefore = flicked === step;
  const toggle = () => {
    setFlicked(isBefore ? null : step);
  };
  return {
    isBefore,
    toggle,
    onKey: (event: KeyboardEvent) => {
      if (event.repeat) return;
      const { key, timeStamp } = event;
      toggle();
      const onKeyUp = (up: KeyboardEvent) => {
        if (up.key.toLowerCase() !== key.toLowerCase()) return;
        document.removeEventListener("keyup", onKeyUp);
        if (up.timeStamp - timeStamp > HELD_MS) setFlicked(isBefore ? step : null);
      };
      document.addEventListener("keyup", onKeyUp);
    },
  };
}
