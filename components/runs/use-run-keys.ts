"use client";

import { useRouter } from "next/navigation";
import type { RefObject } from "react";
import type { WindowVirtualizerHandle } from "virtua";
import { useShortcuts } from "@/lib/client/browser/use-shortcuts";
import { MOST_ON_BOARD } from "@/lib/contract/board";
import { pageRoutes } from "@/lib/contract/routes";
import type { RankedRun } from "@/lib/client/runs/run-need";
import type { RunSelection } from "./use-run-selection";

/** A row that comes into a virtual list can take the focus a frame or two later. */
const FRAMES_TO_WAIT = 20;

type RunKeys = {
  runs: readonly RankedRun[];
  selection: RunSelection;
  listRef: RefObject<HTMLElement | null>;
  virtual: RefObject<WindowVirtualizerHandle | null>;
  queryRef: RefObject<HTMLInputElement | null>;
};

/**
 * Keys of the list of runs: j and k move, Enter opens as on any link, x selects, c compares two, b puts what is selected,
 * or the run with the focus, on a board, / goes to the filter, Escape selects none.
 */
export function useRunKeys({ runs, selection, listRef, virtual, queryRef }: RunKeys): void {
  const router = useRouter();
  const here = () => {
    const row = document.activeElement?.closest("[data-run-row]");
    return row?.getAttribute("data-run-row") ?? null;
  };
  const move = (by: 1 | -1) => {
    const at = runs.findIndex(({ run }) => run.id === here());
    const next = at === -1 ? 0 : Math.min(Math.max(at + by, 0), runs.length - 1);
    const target = runs[next];
    if (target === undefined) return;
    virtual.current?.scrollToIndex(next, { align: "nearest" });
    focusRun(listRef.current, target.run.id, FRAMES_TO_WAIT);
  };
  useShortcuts({
    j: () => {
      move(1);
    },
    k: () => {
      move(-1);
    },
    x: () => {
      const id = here();
      if (id !== null) selection.toggle(id);
    },
    c: () => {
      const [a, b, ...more] = selection.ids;
      if (a !== undefined && b !== undefined && more.length === 0)
        router.push(pageRoutes.compare(a, b));
    },
    b: () => {
      const id = here();
      const ids = selection.ids.length > 0 ? selection.ids : id === null ? [] : [id];
      if (ids.length > 0 && ids.length <= MOST_ON_BOARD) router.push(pageRoutes.board(ids));
    },
    "/": () => {
      queryRef.current?.focus();
    },
    Escape: () => {
      selection.clear();
    },
  });
}

function focusRun(list: HTMLElement | null, id: string, frames: number): void {
  const link = list?.querySelector<HTMLElement>(`[data-run="${CSS.escape(id)}"]`) ?? null;
  link?.focus({ preventScroll: true });
  if (link !== null || frames === 0) return;
  requestAnimationFrame(() => {
    focusRun(list, id, frames - 1);
  });
}
