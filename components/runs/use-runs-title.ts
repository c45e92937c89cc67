"use client";

import { useEffect } from "react";

/** How many runs wait for somebody, in the title of the browser tab. */
export function useRunsTitle(count: number): void {
  useEffect(() => {
    if (count === 0) return;
    const before = document.title;
    const title = `✋ ${String(count)} · ${before}`;
    document.title = title;
    return () => {
      // The page that comes next may have put its own there already.
      if (document.title === title) document.title = before;
    };
  }, [count]);
}
