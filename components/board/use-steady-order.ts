"use client";

import { useEffect, useRef, useState, type RefObject } from "react";
import { nextOrder } from "./board-order";

/** A pointer that has not moved for so long lies there by chance, as on a wall. */
const AT_REST_MS = 30_000;

/**
 * The order in which tiles are shown: the wanted one, but nothing moves while the pointer is over `list` or the focus in
 * it, as a press would meet another tile.
 */
export function useSteadyOrder(
  wanted: readonly string[],
  list: RefObject<HTMLElement | null>,
): readonly string[] {
  const isHeld = useIsHeld(list);
  const [shown, setShown] = useState(wanted);
  const next = nextOrder(shown, wanted, isHeld);
  if (next !== shown) setShown(next);
  return next;
}

function useIsHeld(list: RefObject<HTMLElement | null>): boolean {
  const [isPointedAt, setIsPointedAt] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const isWithin = (target: EventTarget | null) =>
      target instanceof Node && list.current?.contains(target) === true;
    const release = () => {
      clearTimeout(timer.current);
      setIsPointedAt(false);
    };
    const point = ({ target }: PointerEvent) => {
      if (!isWithin(target)) {
        release();
        return;
      }
      clearTimeout(timer.current);
      timer.current = setTimeout(release, AT_REST_MS);
      setIsPointedAt(true);
    };
    const focus = ({ target }: FocusEvent) => {
      setHasFocus(isWithin(target));
    };
    const blur = ({ relatedTarget }: FocusEvent) => {
      setHasFocus(isWithin(relatedTarget));
    };
    document.addEventListener("pointermove", point);
    document.addEventListener("pointerleave", release);
    document.addEventListener("focusin", focus);
    document.addEventListener("focusout", blur);
    return () => {
      release();
      document.removeEventListener("pointermove", point);
      document.removeEventListener("pointerleave", release);
      document.removeEventListener("focusin", focus);
      document.removeEventListener("focusout", blur);
    };
  }, [list]);
  return isPointedAt || hasFocus;
}
