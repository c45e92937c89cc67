import { useEffect, useState } from "react";

const SHOWN_MS = 2000;

/** Copies text to the clipboard and tells, for two seconds, how it went. */
export function useCopy() {
  // An object of its own for each try: the same again is told for as long again.
  const [last, setLast] = useState<{ isCopied: boolean } | null>(null);
  useEffect(() => {
    if (last === null) return;
    const timer = setTimeout(() => {
      setLast(null);
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [last]);
  const copy = async (text: string) => {
    setLast({ isCopied: await writeText(text) });
  };
  return { state: stateAfter(last), copy };
}

function stateAfter(last: { isCopied: boolean } | null): "idle" | "copied" | "failed" {
  if (last === null) return "idle";
  return last.isCopied ? "copied" : "failed";
}

async function writeText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The clipboard API needs https or localhost; a dashboard in a private network may have neither. */
function copyBySelection(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "sr-only";
  const focused = document.activeElement;
  const selection = document.getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, index) =>
    selection?.getRangeAt(index),
  );
  // Nothing outside of an open dialog can have the focus.
  (focused?.closest("dialog") ?? document.body).append(field);
  field.focus({ preventScroll: true });
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without a secure context
  const copied = document.execCommand("copy");
  field.remove();
  // Whoever goes on by keyboard goes on where they were, and what they had marked stays so.
  selection?.removeAllRanges();
  for (const range of ranges) if (range !== undefined) selection?.addRange(range);
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}
