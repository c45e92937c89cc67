"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** Rows that scroll by are not asked for. */
const SETTLE_MS = 300;

/** The ids of the rows on the screen, a moment after they came to rest there. */
export function useRunsOnScreen() {
  const there = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set<string>());
  const onScreen = useCallback((id: string, isThere: boolean) => {
    if (isThere) there.current.add(id);
    else there.current.delete(id);
    timer.current ??= setTimeout(() => {
      timer.current = null;
      setIds(new Set(there.current));
    }, SETTLE_MS);
  }, []);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return { ids, onScreen };
}
