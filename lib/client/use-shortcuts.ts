"use client";

import { useEffect, useEffectEvent } from "react";
import { matchShortcut } from "@/lib/domain/match-shortcut";

/** Fields that take text; a key pressed in one belongs to it. */
const TYPING = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";
/** Whatever has keys of its own while it has the focus, or covers the page. */
const BUSY = "[role='dialog'], [role='menu'], [role='listbox']";
const PRESSED = "button, a, summary, [role='tab']";

/**
 * Single-key shortcuts for the whole page, by `KeyboardEvent.key`. They are off while the reader types, and
 * leave alone what another handler has taken already.
 */
export function useShortcuts(bindings: Readonly<Record<string, () => void>>): void {
  const run = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    // A focused button or link takes the space key and Enter for itself.
    const isPressed = event.key === " " || event.key === "Enter";
    if (isPressed && isWithin(event.target, PRESSED)) return;
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
    if (key === null) return;
    event.preventDefault();
    bindings[key]?.();
  });
  useEffect(() => {
    document.addEventListener("keydown", run);
    return () => {
      document.removeEventListener("keydown", run);
    };
  }, []);
}

function isWithin(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
