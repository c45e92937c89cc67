"use client";

import { useCallback, useState } from "react";

/** The runs that were picked to do something with, in the order in which they were. */
export type RunSelection = {
  ids: readonly string[];
  toggle: (id: string) => void;
  clear: () => void;
};

/** See `RunSelection`. It keeps what a filter hides. */
export function useRunSelection(): RunSelection {
  const [ids, setIds] = useState<readonly string[]>([]);
  const toggle = useCallback((id: string) => {
    setIds((before) =>
      before.includes(id) ? before.filter((each) => each !== id) : [...before, id],
    );
  }, []);
  const clear = useCallback(() => {
    setIds([]);
  }, []);
  return { ids, toggle, clear };
}
