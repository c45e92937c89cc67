"use client";

import { useLayoutEffect, type RefObject } from "react";

/** Where the reader stands: a step and how far below the upper edge of the list its row begins, in pixels. */
export type Place = { step: number; top: number };

/** Notes where the reader stands when a list goes away, so that the one after it can go on there. */
export function useNotedPlace(
  scrollRef: RefObject<HTMLElement | null>,
  placeRef: RefObject<Place | null>,
): void {
  useLayoutEffect(
    () => () => {
      placeRef.current = placeIn(scrollRef.current);
    },
    [scrollRef, placeRef],
  );
}

function placeIn(list: HTMLElement | null): Place | null {
  if (list === null) return null;
  const { top } = list.getBoundingClientRect();
  for (const row of list.querySelectorAll("[data-step]")) {
    const box = row.getBoundingClientRect();
    if (box.bottom > top)
      return { step: Number(row.getAttribute("data-step")), top: box.top - top };
  }
  return null;
}
