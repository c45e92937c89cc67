"use client";

import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from "react";
import type { Step } from "@/lib/domain/task/step";

/** Nearer to the end than this, the reader counts as being at the end. */
const NEAR_END_PX = 24;

type FollowInput = {
  /** All steps, and those of them that the list shows. */
  steps: readonly Step[];
  rows: readonly Step[];
  canFollow: boolean;
  hasSelection: boolean;
};

type Follow = {
  scrollRef: RefObject<HTMLDivElement | null>;
  isFollowing: boolean;
  /** Rows that came since the reader left the end of the list. */
  newSteps: number;
  onScroll: () => void;
  /** Stops following where the list stands. */
  pause: () => void;
  /** Goes back to the end of the list and stays there. */
  resume: () => void;
};

/**
 * Keeps the end of a growing list in sight, unless the reader has selected a step, scrolled away or switched it
 * off. Nothing but the reader ends that, and nothing but the reader brings it back.
 */
export function useFollow({ steps, rows, canFollow, hasSelection }: FollowInput): Follow {
  const scrollRef = useRef<HTMLDivElement>(null);
  const [mode, setMode] = useState<"on" | "away" | "paused">("on");
  const isFollowing = canFollow && mode === "on" && !hasSelection;
  const newest = steps.at(-1)?.number ?? -1;
  const [seen, setSeen] = useState(newest);
  if (isFollowing && seen !== newest) setSeen(newest);

  const goToEnd = () => {
    const list = scrollRef.current;
    if (list !== null) list.scrollTop = list.scrollHeight;
  };
  const keepEnd = useEffectEvent(() => {
    const list = scrollRef.current;
    if (isFollowing) goToEnd();
    // Whoever had scrolled away and now sees every step there is, in a larger window, is at the end again.
    else if (mode === "away" && rows.length === steps.length && list !== null) {
      if (list.clientHeight > 0 && roomOf(list) <= NEAR_END_PX) setMode("on");
    }
  });
  useLayoutEffect(() => {
    keepEnd();
  }, [isFollowing, rows]);
  useEffect(() => {
    const list = scrollRef.current;
    const content = list?.firstElementChild;
    if (list === null || content === null || content === undefined) return;
    // Rows that turn out higher than expected, and a list that was hidden, move the end.
    const observer = new ResizeObserver(() => {
      keepEnd();
    });
    observer.observe(list);
    observer.observe(content);
    return () => {
      observer.disconnect();
    };
  }, []);

  return {
    scrollRef,
    isFollowing,
    newSteps: canFollow ? countAfter(rows, seen) : 0,
    onScroll: () => {
      const list = scrollRef.current;
      if (list === null || !canFollow || mode === "paused") return;
      const room = roomOf(list);
      // A filter has left no more than fits: it is not the reader who is at the end.
      if (room <= NEAR_END_PX) return;
      const isAway = room - list.scrollTop > NEAR_END_PX;
      setMode(isAway ? "away" : "on");
    },
    pause: () => {
      setMode("paused");
    },
    resume: () => {
      setMode("on");
      setSeen(newest);
      goToEnd();
    },
  };
}

/** How far a list can be scrolled, in pixels. */
function roomOf(list: HTMLElement): number {
  return list.scrollHeight - list.clientHeight;
}

/** How many rows at the end of the list have a number above `seen`. */
function countAfter(rows: readonly Step[], seen: number): number {
  const last = rows.findLastIndex((step) => step.number <= seen);
  return rows.length - 1 - last;
}
