"use client";

import { useLayoutEffect, useRef, useState, type RefObject } from "react";

/** Nearer to the end than this, the reader counts as being at the end. */
const NEAR_END_PX = 96;

type Follow = {
  scrollRef: RefObject<HTMLDivElement | null>;
  isFollowing: boolean;
  /** Steps that came since the reader left the end of the list. */
  newSteps: number;
  onScroll: () => void;
  /** Goes back to the end of the list and stays there. */
  resume: () => void;
};

/**
 * Keeps the end of a growing list in sight, unless the reader has selected a step or scrolled away.
 * Nothing but the reader ends that, and nothing but the reader brings it back.
 */
export function useFollow(count: number, canFollow: boolean, hasSelection: boolean): Follow {
  const scrollRef = useRef<HTMLDivElement>(null);
  const [isAway, setIsAway] = useState(false);
  const isFollowing = canFollow && !isAway && !hasSelection;
  const [seen, setSeen] = useState(count);
  if (isFollowing && seen !== count) setSeen(count);

  useLayoutEffect(() => {
    const list = scrollRef.current;
    if (isFollowing && list !== null) list.scrollTop = list.scrollHeight;
  }, [isFollowing, count]);

  return {
    scrollRef,
    isFollowing,
    newSteps: Math.max(0, count - seen),
    onScroll: () => {
      const list = scrollRef.current;
      if (list === null || !canFollow) return;
      setIsAway(list.scrollHeight - list.scrollTop - list.clientHeight > NEAR_END_PX);
    },
    resume: () => {
      setIsAway(false);
      setSeen(count);
      const list = scrollRef.current;
      if (list !== null) list.scrollTop = list.scrollHeight;
    },
  };
}
