"use client";

import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type WheelEvent,
} from "react";
import type { VirtualizerHandle } from "virtua";

const PAGE = 10;

type StripInput = {
  count: number;
  current: number | null;
  /** The current item is the newest, chosen by nobody. */
  isFollowing: boolean;
};

/**
 * Scrolling and focus of a strip of equally wide items. The current one is kept in sight; a newest one that nobody
 * chose only while the reader has not scrolled away.
 */
export function useFilmstrip({ count, current, isFollowing }: StripInput) {
  const scrollRef = useRef<HTMLDivElement>(null);
  const virtualizerRef = useRef<VirtualizerHandle>(null);
  const [first, setFirst] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);

  /** By hand: the virtualizer would fight for a while with a reader who scrolls at the same time. */
  const show = (index: number, isSmooth: boolean) => {
    const strip = virtualizerRef.current;
    const list = scrollRef.current;
    // Until the strip is measured nobody sees it, and then `onResize` comes.
    if (list === null || strip === null || strip.viewportSize === 0) return;
    const left = scrollToShow(strip, list.scrollLeft, index, count);
    if (left === null) return;
    const isNear = Math.abs(left - list.scrollLeft) < strip.viewportSize;
    list.scrollTo({ left, behavior: isSmooth && isNear && mayMove() ? "smooth" : "auto" });
  };

  const width = useRef(0);
  const onResize = () => {
    const now = virtualizerRef.current?.viewportSize ?? 0;
    // It is called for each new item, too.
    if (now === width.current) return;
    width.current = now;
    if (current !== null) show(current, false);
  };

  const shown = useRef<number | null>(null);
  const showCurrent = useEffectEvent((index: number) => {
    const before = shown.current;
    const strip = virtualizerRef.current;
    shown.current = index;
    if (isFollowing && before !== null && strip !== null) {
      const start = strip.getItemOffset(before) - strip.scrollOffset;
      if (start + strip.getItemSize(before) <= 0 || start >= strip.viewportSize) return;
    }
    show(index, true);
  });
  useEffect(() => {
    if (current !== null) showCurrent(current);
  }, [current]);

  useEffect(() => {
    if (focused === null) return;
    const target = scrollRef.current?.querySelector<HTMLElement>(
      `[data-index="${String(focused)}"]`,
    );
    target?.focus({ preventScroll: true });
  }, [focused]);

  const tabStop = focused ?? current ?? first;
  return {
    tabStop,
    scrollProps: {
      ref: scrollRef,
      /** A wheel that only turns one way moves the strip as well. */
      onWheel: (event: WheelEvent<HTMLDivElement>) => {
        if (event.deltaX === 0 && !event.ctrlKey) event.currentTarget.scrollLeft += event.deltaY;
      },
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        const at = indexOf(document.activeElement);
        const target = at === null ? null : movedFocus(event.key, at, count - 1);
        if (target === null || event.metaKey || event.ctrlKey || event.altKey) return;
        event.preventDefault();
        show(target, false);
        setFocused(target);
      },
      onFocus: (event: FocusEvent<HTMLElement>) => {
        setFocused(indexOf(event.target));
      },
      onBlur: (event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(null);
      },
    },
    virtualizerProps: {
      ref: virtualizerRef,
      scrollRef,
      /** What has the focus, or would get it, must outlive its scrolling out of sight. */
      keepMounted: current === null ? [tabStop] : [tabStop, current],
      onResize,
      onScroll: (offset: number) => {
        setFirst(virtualizerRef.current?.findItemIndex(offset) ?? 0);
      },
    },
  };
}

/** Where to scroll so that an item is seen with a neighbour on each side; `null` when it is already. */
function scrollToShow(strip: VirtualizerHandle, scroll: number, index: number, count: number) {
  const start = strip.getItemOffset(Math.max(0, index - 1));
  const last = Math.min(index + 1, count - 1);
  const end = strip.getItemOffset(last) + strip.getItemSize(last);
  if (start < scroll) return start;
  return end > scroll + strip.viewportSize ? end - strip.viewportSize : null;
}

function indexOf(element: Element | null): number | null {
  const index = element?.getAttribute("data-index") ?? null;
  return index === null ? null : Number(index);
}

function movedFocus(key: string, at: number, last: number): number | null {
  const target = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    PageUp: at - PAGE,
    PageDown: at + PAGE,
    Home: 0,
    End: last,
  }[key];
  return target === undefined ? null : Math.max(0, Math.min(target, last));
}

function mayMove(): boolean {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
