"use client";

import { Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";

const load = () => import("./command-palette");
const CommandPalette = lazy(load);

/** Opens the command palette, as Ctrl K and ⌘ K do on every page. */
export default function PaletteButton({ canSignOut }: { canSignOut: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isHeld = event.ctrlKey || event.metaKey;
      // The script is there before the second key of the two is.
      if (event.key === "Control" || event.key === "Meta") load().catch(() => undefined);
      if (!isHeld || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
      if (document.querySelector(":modal") !== null) return;
      event.preventDefault();
      setIsOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
    };
  }, []);
  return (
    <>
      <button
        type="button"
        aria-label="Go to a run, a page or an action"
        aria-keyshortcuts="Control+K Meta+K"
        title="Go to a run, a page or an action (Ctrl K)"
        onPointerEnter={() => void load().catch(() => undefined)}
        onClick={() => {
          setIsOpen(true);
        }}
        className="inline-flex h-8 items-center gap-2 rounded-md px-2 text-xs text-faint transition-colors hover:bg-raised hover:text-fg sm:border sm:border-line [&_svg]:size-4"
      >
        <Search aria-hidden="true" />
        <span className="max-sm:hidden">Go to</span>
        <kbd className="font-sans max-sm:hidden">Ctrl K</kbd>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <CommandPalette
            canSignOut={canSignOut}
            onClose={() => {
              setIsOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
