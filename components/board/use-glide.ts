"use client";

import { useLayoutEffect, useRef, type RefObject } from "react";

const LONG_MS = 300;

type Place = { left: number; top: number };
type Layout = { layout: string; width: number; places: ReadonlyMap<string, Place> };

/**
 * Lets the children of a list glide to their new places when their order changes, so that the eye follows a tile that
 * moves; not for a reader who asked for less motion. Children are told apart by `data-id`; `layout` is how they are laid out.
 */
export function useGlide(
  list: RefObject<HTMLElement | null>,
  order: readonly string[],
  layout: string,
): void {
  const before = useRef<Layout | null>(null);
  useLayoutEffect(() => {
    const box = list.current;
    if (box === null) return;
    const children = [...box.children].filter((child) => child instanceof HTMLElement);
    const places = new Map(
      children.map((child) => [
        child.dataset.id ?? "",
        { left: child.offsetLeft, top: child.offsetTop },
      ]),
    );
    const known = before.current;
    before.current = { layout, width: box.offsetWidth, places };
    // In another layout, or another window, nothing has moved yet.
    if (known?.layout !== layout || known.width !== box.offsetWidth || wantsStillness()) return;
    for (const child of children) {
      const from = known.places.get(child.dataset.id ?? "");
      const to = places.get(child.dataset.id ?? "");
      if (from === undefined || to === undefined) continue;
      const [x, y] = [from.left - to.left, from.top - to.top];
      if (x === 0 && y === 0) continue;
      child.animate(
        { transform: [`translate(${String(x)}px, ${String(y)}px)`, "none"] },
        { duration: LONG_MS, easing: "ease-in-out" },
      );
    }
  }, [list, order, layout]);
}

function wantsStillness(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
