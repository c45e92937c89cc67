"use client";

import { useEffect, useEffectEvent, useState, type RefObject } from "react";
import { useShortcuts } from "@/lib/client/browser/use-shortcuts";

/**
 * The keys that lead to the search field in a box: `/`, and in a list that is only partly on the page the browser's own
 * Ctrl-F or Cmd-F, which would miss the rest. Pressed again in the field it is the browser's. True while the field has
 * the focus because of that: the reader wants to know why.
 */
export function useFindKeys(boxRef: RefObject<HTMLElement | null>, isPartly: boolean): boolean {
  const [isInstead, setIsInstead] = useState(false);
  // Looked up when it is wanted: it is there before the script of the find bar.
  const findField = () =>
    boxRef.current?.querySelector<HTMLInputElement>("input[type='search']") ?? null;
  const focusField = () => {
    const field = findField();
    field?.focus();
    field?.select();
  };
  useShortcuts({ "/": focusField });
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const field = findField();
    const isFind =
      event.key.toLowerCase() === "f" &&
      event.ctrlKey !== event.metaKey &&
      !event.altKey &&
      !event.shiftKey;
    if (!isFind || event.defaultPrevented || !isPartly || field === null) return;
    if (document.activeElement === field || field.offsetParent === null) return;
    event.preventDefault();
    focusField();
    setIsInstead(true);
    // Of the box: the script of the find bar may put another field in the place of this one.
    boxRef.current?.addEventListener(
      "focusout",
      () => {
        setIsInstead(false);
      },
      { once: true },
    );
  });
  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
  return isInstead;
}
