"use client";

import { MoveHorizontal } from "lucide-react";
import { useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from "react";

/** One of the two pictures: its step, and its address. */
type Side = { step: number; src: string };

type CompareSliderProps = {
  before: Side;
  after: Side;
  /** How the pictures are zoomed. */
  style: CSSProperties | undefined;
  onClose: () => void;
};

const STEP = 5;
const PAGE = 25;
const CHIP =
  "absolute top-2 rounded-full bg-accent px-2.5 py-1 text-xs font-medium text-on-accent shadow";

/** Two screenshots over each other with a divider between them, after the ARIA practice for sliders. */
export function CompareSlider({ before, after, style, onClose }: CompareSliderProps) {
  const [place, setPlace] = useState(50);
  const box = useRef<HTMLDivElement>(null);
  const move = (to: number) => {
    setPlace(Math.round(Math.min(100, Math.max(0, to))));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const to = {
      ArrowLeft: place - STEP,
      ArrowDown: place - STEP,
      ArrowRight: place + STEP,
      ArrowUp: place + STEP,
      PageDown: place - PAGE,
      PageUp: place + PAGE,
      Home: 0,
      End: 100,
    }[event.key];
    if (to === undefined && event.key !== "Escape") return;
    event.preventDefault();
    // A zoomed picture would move, too.
    event.stopPropagation();
    if (to === undefined) onClose();
    else move(to);
  };
  const moveToPointer = (event: PointerEvent) => {
    const bounds = box.current?.getBoundingClientRect();
    if (bounds === undefined || bounds.width === 0) return;
    move(((event.clientX - bounds.left) / bounds.width) * 100);
  };
  const picture = "absolute inset-0 size-full bg-raised object-contain";
  return (
    <div ref={box} className="absolute inset-0 overflow-hidden">
      <img
        src={before.src}
        alt={`Before: screenshot of step ${String(before.step)}`}
        draggable={false}
        style={style}
        className={picture}
      />
      <div style={{ clipPath: `inset(0 0 0 ${String(place)}%)` }} className="absolute inset-0">
        <img
          src={after.src}
          alt={`After: screenshot of step ${String(after.step)}`}
          draggable={false}
          style={style}
          className={picture}
        />
      </div>
      <p aria-hidden="true" className={`${CHIP} left-2`}>
        Before: step {before.step}
      </p>
      <p aria-hidden="true" className={`${CHIP} right-2`}>
        After: step {after.step}
      </p>
      <div
        role="slider"
        aria-label="Divider between before and after"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={place}
        aria-valuetext={`${String(place)} % before, ${String(100 - place)} % after`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.stopPropagation();
          event.currentTarget.focus();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
          event.stopPropagation();
          moveToPointer(event);
        }}
        onDoubleClick={(event) => {
          event.stopPropagation();
        }}
        style={{ left: `${String(place)}%` }}
        className="group absolute inset-y-0 flex w-8 -translate-x-1/2 cursor-col-resize touch-none items-center justify-center select-none focus-visible:outline-none"
      >
        <span className="absolute inset-y-0 w-0.5 bg-accent shadow-[0_0_0_1px_white]" />
        <span className="relative flex size-7 items-center justify-center rounded-full bg-accent text-on-accent shadow ring-2 ring-white group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-accent">
          <MoveHorizontal aria-hidden="true" className="size-4" />
        </span>
      </div>
    </div>
  );
}
