"use client";

import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type WheelEvent,
} from "react";
import { scrollToShow, filmstripWindow } from "@/lib/domain/playback/filmstrip-window";

/** The strip's own padding on each side, in pixels. */
const PADDING = 12;
const PAGE = 10;

type StripInput = {
  count: number;
  itemWidth: number;
  current: number | null;
  /** The current item is the newest, chosen by nobody. */
  isFollowing: boolean;
};

/**
 * Scrolling, windowing and focus of a strip of equally wide items. The current one is kept in sight; a newest
 * one that nobody chose only while the reader has not scrolled away.
 */
export function useFilmstrip({ count, itemWidth, current, isFollowing }: StripInput) {
  const scrollRef = useRef<HTMLDivElement>(null);
  // In whole items, so that a scroll draws anew only when other items come into sight.
  const [first, setFirst] = useState(0);
  const [width, setWidth] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const strip = { count, itemWidth, scroll: first * itemWidth, width };
  const { from, to } = filmstripWindow(strip);

  const readScroll = () => {
    setFirst(Math.floor((scrollRef.current?.scrollLeft ?? 0) / itemWidth));
  };
  const show = (index: number, isSmooth: boolean) => {
    const list = scrollRef.current;
    if (list === null) return;
    const seen = {
      count,
      itemWidth,
      scroll: list.scrollLeft,
      width: list.clientWidth - 2 * PADDING,
    };
    const left = scrollToShow(seen, index);
    if (left === null) return;
    const isNear = Math.abs(left - list.scrollLeft) < list.clientWidth;
    list.scrollTo({ left, behavior: isSmooth && isNear && mayMove() ? "smooth" : "auto" });
    readScroll();
  };

  const measure = useEffectEvent(() => {
    setWidth(scrollRef.current?.clientWidth ?? 0);
    if (current !== null) show(current, false);
  });
  useLayoutEffect(() => {
    const list = scrollRef.current;
    if (list === null) return;
    const observer = new ResizeObserver(() => {
      measure();
    });
    observer.observe(list);
    return () => {
      observer.disconnect();
    };
  }, []);

  const shown = useRef<number | null>(null);
  const showCurrent = useEffectEvent((index: number) => {
    const before = shown.current;
    shown.current = index;
    if (isFollowing && before !== null && (before < first || before > first + width / itemWidth)) {
      return;
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

  const stop = focused ?? current;
  return {
    scrollRef,
    from,
    to,
    width,
    tabStop:
      stop !== null && stop >= from && stop < to ? stop : Math.max(from, Math.min(first, to - 1)),
    onScroll: readScroll,
    /** A wheel that only turns one way moves the strip as well. */
    onWheel: (event: WheelEvent<HTMLDivElement>) => {
      if (event.deltaX === 0 && !event.ctrlKey) event.currentTarget.scrollLeft += event.deltaY;
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const at = Number(document.activeElement?.getAttribute("data-index") ?? Number.NaN);
      const target = movedFocus(event.key, at, count - 1);
      if (target === null || event.metaKey || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      show(target, false);
      setFocused(target);
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setFocused(null);
    },
  };
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
  if (target === undefined || Number.isNaN(target)) return null;
  return Math.max(0, Math.min(target, last));
}

function mayMove(): boolean {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
