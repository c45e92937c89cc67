"use client";

import { useEffect, useEffectEvent } from "react";
import { noteBoundKeys } from "./bound-keys";
import { matchShortcut } from "@/lib/domain/shortcuts/match-shortcut";

/** Fields that take text; a key pressed in one belongs to it. */
const TYPING =
  "input:not([type='checkbox']), textarea, select, [contenteditable]:not([contenteditable='false'])";
/** Whatever has keys of its own while it has the focus, or covers the page. */
const BUSY = "[role='dialog'], [role='menu'], [role='listbox'], video";
const PRESSED = "button, summary, input, [role='tab'], [role='button']";

/**
 * Single-key shortcuts for the whole page, by `KeyboardEvent.key`. They are off while the reader types or a
 * dialog is open, and leave alone what another handler has taken already. A held key comes again and again,
 * with `repeat` set.
 */
export function useShortcuts(
  bindings: Readonly<Record<string, (event: KeyboardEvent) => void>>,
): void {
  const run = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    // A focused button takes the space key and Enter for itself, a link Enter alone.
    if (event.key === " " && isWithin(event.target, PRESSED)) return;
    if (event.key === "Enter" && isWithin(event.target, `a, ${PRESSED}`)) return;
    const key = matchShortcut(
      {
        key: event.key,
        isCtrl: event.ctrlKey,
        isMeta: event.metaKey,
        isAlt: event.altKey,
        isAltGraph: event.getModifierState("AltGraph"),
        isTyping: isWithin(event.target, `${TYPING}, ${BUSY}`),
      },
      Object.keys(bindings),
    );
    if (key === null || document.querySelector(":modal") !== null) return;
    event.preventDefault();
    bindings[key]?.(event);
  });
  useEffect(() => {
    document.addEventListener("keydown", run);
    return () => {
      document.removeEventListener("keydown", run);
    };
  }, []);
  // What is drawn may ask for them, which an event of an effect may not be asked.
  useEffect(() => noteBoundKeys(bindings), [bindings]);
}

function isWithin(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
