"use client";

import { useRef, type KeyboardEvent, type PointerEvent } from "react";

type ScrubberProps = {
  count: number;
  /** The place of the step on the stage, from 0. */
  index: number;
  valueText: string;
  /** Places with something the matter, from 0. */
  failures: readonly number[];
  suspects: readonly number[];
  onMove: (index: number) => void;
};

const PAGE = 10;
/** Units of the drawing across the track. */
const UNITS = 1000;

/** A slider over all steps of a run, after the ARIA practice, with ticks where something is the matter. */
export function Scrubber({ count, index, valueText, failures, suspects, onMove }: ScrubberProps) {
  const track = useRef<HTMLDivElement>(null);
  const last = Math.max(0, count - 1);
  const move = (target: number) => {
    const within = Math.max(0, Math.min(last, target));
    if (within !== index) onMove(within);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = {
      ArrowLeft: index - 1,
      ArrowDown: index - 1,
      ArrowRight: index + 1,
      ArrowUp: index + 1,
      PageDown: index - PAGE,
      PageUp: index + PAGE,
      Home: 0,
      End: last,
    }[event.key];
    if (target === undefined || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    move(target);
  };
  const moveToPointer = (event: PointerEvent<HTMLDivElement>) => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    move(Math.round(((event.clientX - box.left) / box.width) * last));
  };
  const at = last === 0 ? 0 : index / last;
  return (
    <div
      role="slider"
      aria-label="Position in the run"
      aria-valuemin={1}
      aria-valuemax={Math.max(1, count)}
      aria-valuenow={index + 1}
      aria-valuetext={valueText}
      aria-disabled={count < 2}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0 || count < 2) return;
        event.currentTarget.focus();
        event.currentTarget.setPointerCapture(event.pointerId);
        moveToPointer(event);
      }}
      onMouseDown={(event) => {
        // Else the browser may begin a drag of its own, of text that is selected elsewhere.
        event.preventDefault();
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) moveToPointer(event);
      }}
      className="group flex h-8 grow cursor-pointer touch-none items-center rounded px-2 select-none"
    >
      <div ref={track} className="relative h-1 grow rounded-full bg-line-strong">
        <div
          style={{ width: `${String(at * 100)}%` }}
          className="absolute inset-y-0 left-0 rounded-full bg-accent"
        />
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${String(UNITS)} 10`}
          preserveAspectRatio="none"
          className="absolute -top-1 h-3 w-full overflow-visible"
        >
          <Ticks places={failures} last={last} className="stroke-failure/60" />
          <Ticks places={suspects} last={last} className="stroke-failure [stroke-width:3px]" />
        </svg>
        <div
          style={{ left: `${String(at * 100)}%` }}
          className="absolute top-1/2 size-3.5 -translate-1/2 rounded-full border-2 border-accent bg-surface shadow group-active:scale-110"
        />
      </div>
    </div>
  );
}

function Ticks({
  places,
  last,
  className,
}: {
  places: readonly number[];
  last: number;
  className: string;
}) {
  if (places.length === 0 || last === 0) return null;
  const path = places.map((place) => `M${((place / last) * UNITS).toFixed(1)} 1V9`).join("");
  return <path d={path} vectorEffect="non-scaling-stroke" className={className} />;
}
