"use client";

import { useEffect, useEffectEvent, useRef, type RefObject } from "react";
import { findRow } from "./use-list-keys";

/**
 * Brings the selected row into sight when the selection or the filter changes. A deep link shows its step with
 * what stands around it; later on the list moves as little as it can.
 */
export function useReveal(
  scrollRef: RefObject<HTMLElement | null>,
  selected: number | null,
  filterKey: string,
): void {
  const shown = useRef<string | null>(null);
  const reveal = useEffectEvent(() => {
    const list = scrollRef.current;
    // A list that is not shown cannot scroll; it is asked again when it is.
    if (list === null || list.clientHeight === 0) return;
    const isOtherList = shown.current !== filterKey;
    const row = selected === null ? null : findRow(list, selected);
    row?.scrollIntoView({ block: isOtherList ? "center" : "nearest" });
    if (row === null && isOtherList && shown.current !== null) list.scrollTop = 0;
    shown.current = filterKey;
  });
  useEffect(() => {
    reveal();
  }, [selected, filterKey]);
  useEffect(() => {
    const list = scrollRef.current;
    if (list === null) return;
    let wasShown = list.clientHeight > 0;
    const observer = new ResizeObserver(() => {
      const isShown = list.clientHeight > 0;
      if (isShown && !wasShown) reveal();
      wasShown = isShown;
    });
    observer.observe(list);
    return () => {
      observer.disconnect();
    };
  }, [scrollRef]);
}
