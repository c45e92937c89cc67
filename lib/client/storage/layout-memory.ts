"use client";

import { useSyncExternalStore } from "react";
import { onStored, store } from "./browser-storage";
import { LAYOUT_KEY, type LayoutPart } from "./layout-parts";

/**
 * What the reader chose for a part of the layout, `null` for nothing. The value also stands on the root
 * element, as the variable `--{part}` and the attribute `data-{part}`, for the style sheet to use: a script
 * puts it there before the first paint, so nothing jumps when the page is hydrated.
 */
export function useLayoutMemory(part: LayoutPart): string | null {
  return useSyncExternalStore(
    onStored,
    () => document.documentElement.getAttribute(`data-${part}`),
    () => null,
  );
}

/** Applies a choice at once and remembers it where the browser allows; `null` goes back to the default. */
export function rememberLayout(part: LayoutPart, value: string | null): void {
  const root = document.documentElement;
  if (value === null) {
    root.removeAttribute(`data-${part}`);
    root.style.removeProperty(`--${part}`);
  } else {
    root.setAttribute(`data-${part}`, value);
    root.style.setProperty(`--${part}`, value);
  }
  store(LAYOUT_KEY + part, value);
}
