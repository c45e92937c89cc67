"use client";

import { clsx } from "clsx";
import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { rememberLayout, useLayoutMemory } from "@/lib/client/storage/layout-memory";
import type { LayoutPart } from "@/lib/client/storage/layout-parts";

type SplitProps = {
  /** The part of the layout whose width is set: the grid column before the handle uses the variable `--{part}`. */
  part: LayoutPart;
  label: string;
  /** The id of the element before the handle. */
  controls: string;
  /** Widths in pixels. */
  initial: number;
  min: number;
  max: number;
  className?: string;
};

const STEP = 16;

/**
 * The handle between two columns, after the ARIA practice for window splitters: drag, arrow keys, Home, End,
 * double click for the initial width. Written here because the ready-made ones put inline styles into server
 * HTML, which our Content-Security-Policy forbids, and weigh as much as half of this page.
 */
export default function Split({ part, label, controls, initial, min, max, className }: SplitProps) {
  const stored = Number.parseInt(useLayoutMemory(part) ?? "", 10);
  const width = Number.isNaN(stored) ? initial : stored;
  const drag = useRef<{ x: number; width: number } | null>(null);

  const resize = (value: number) => {
    const within = Math.round(Math.min(max, Math.max(min, value)));
    rememberLayout(part, within === initial ? null : `${String(within)}px`);
  };
  // What is on the screen, which the style sheet may have held below the remembered width.
  const shownWidth = () =>
    document.getElementById(controls)?.getBoundingClientRect().width ?? width;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = {
      ArrowLeft: shownWidth() - STEP,
      ArrowRight: shownWidth() + STEP,
      Home: min,
      End: max,
      Enter: initial,
    }[event.key];
    if (target === undefined || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    resize(target);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.focus();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width: shownWidth() };
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuetext={`${String(width)} pixels`}
      title="Drag to resize, double-click to reset"
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onMouseDown={(event) => {
        // Else the browser may begin a drag of its own, of text that is selected elsewhere.
        event.preventDefault();
      }}
      onPointerMove={(event) => {
        if (drag.current !== null) resize(drag.current.width + event.clientX - drag.current.x);
      }}
      onLostPointerCapture={() => {
        drag.current = null;
      }}
      onDoubleClick={() => {
        resize(initial);
      }}
      className={clsx(
        "group relative z-10 -mr-4.5 -ml-1.5 w-6 cursor-col-resize touch-none select-none focus-visible:outline-none",
        "after:absolute after:inset-y-0 after:left-1.5 after:w-px after:-translate-x-1/2 after:bg-line",
        "hover:after:w-1 hover:after:bg-accent/50 focus-visible:after:w-1 focus-visible:after:bg-accent active:after:w-1 active:after:bg-accent",
        className,
      )}
    />
  );
}
