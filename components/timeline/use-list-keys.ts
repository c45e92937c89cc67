"use client";

import { useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from "react";
import type { Step } from "@/lib/domain/task/step";

const MOVES: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};
/** A row that comes into a virtual list can take the focus a frame or two later. */
const FRAMES_TO_WAIT = 20;

/**
 * Clicks and keys of the timeline's rows, handled by the list, so that a row needs no function of its own.
 * `focused` is the number of the row with the focus.
 */
export function useListKeys(rows: readonly Step[], onSelect: (number: number) => void) {
  const [focused, setFocused] = useState<number | null>(null);
  const listProps = {
    onClick: (event: MouseEvent<HTMLElement>) => {
      const number = stepOf(event.target);
      const isForTheBrowser = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
      if (number === null || isForTheBrowser || event.button !== 0) return;
      event.preventDefault();
      onSelect(number);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const move = MOVES[event.key];
      const number = stepOf(document.activeElement);
      if (move === undefined || number === null) return;
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      const at = rows.findIndex((step) => step.number === number);
      const target = rows[move(at, rows.length - 1)];
      if (target === undefined) return;
      onSelect(target.number);
      focusRow(event.currentTarget, target.number, FRAMES_TO_WAIT);
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      setFocused(stepOf(event.target));
    },
    onBlur: () => {
      setFocused(null);
    },
  };
  return { focused, listProps };
}

/** The row of a step, if it is there. */
export function findRow(list: HTMLElement | null, step: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-step="${String(step)}"]`) ?? null;
}

function stepOf(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest("[data-step]") : null;
  return row === null ? null : Number(row.getAttribute("data-step"));
}

function focusRow(list: HTMLElement, step: number, frames: number): void {
  // Whoever has gone elsewhere meanwhile stays there. A row that is taken away leaves the focus to the body.
  const now = document.activeElement;
  if (now !== document.body && !list.contains(now)) return;
  const row = findRow(list, step);
  row?.focus({ preventScroll: true });
  if ((row !== null && document.activeElement === row) || frames === 0) return;
  requestAnimationFrame(() => {
    focusRow(list, step, frames - 1);
  });
}
