"use client";

import { clsx } from "clsx";
import { useEffect, useId, useRef, useState, type ReactNode } from "react";

type PopPanelProps = {
  label: string;
  /** The button's face, and its look. */
  face: ReactNode;
  buttonClassName: string;
  /** How wide the panel is where there is room; wide without. */
  size?: "wide" | "menu";
  /** The panel's content; `close` puts it away. */
  children: (close: () => void) => ReactNode;
};

/**
 * A button with a panel that lies over the page, so that nothing moves. Escape and a press elsewhere close it.
 * On a small screen the panel ends where the nearest positioned box around ends, not under the button.
 */
export function PopPanel({ label, face, buttonClassName, size = "wide", children }: PopPanelProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && root.current?.contains(event.target) !== true) {
        setIsOpen(false);
      }
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setIsOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("keydown", onKey);
    };
  }, [isOpen]);
  return (
    <div ref={root} className="sm:relative">
      <button
        ref={button}
        type="button"
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        className={buttonClassName}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {face}
      </button>
      {isOpen && (
        <div
          id={id}
          className={clsx(
            "absolute top-full right-0 z-20 mt-1.5 rounded-lg border border-line-strong bg-surface p-1.5 shadow-lg",
            size === "wide" ? "w-[min(28rem,calc(100vw-2rem))]" : "w-64",
          )}
        >
          {children(() => {
            setIsOpen(false);
          })}
        </div>
      )}
    </div>
  );
}
