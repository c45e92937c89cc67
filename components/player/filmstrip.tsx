"use client";

import { useState } from "react";
import { useIsDesktop } from "@/lib/client/browser/use-is-desktop";
import { useShortcuts } from "@/lib/client/browser/use-shortcuts";
import { FilmPreview } from "./film-preview";
import type { FilmStep } from "./film-step";
import { FilmstripItem } from "./filmstrip-item";
import { useFilmstrip } from "./use-filmstrip";

type FilmstripProps = {
  taskId: string;
  steps: readonly FilmStep[];
  /** The place of the step on the stage; `null` when none is. */
  current: number | null;
  /** The current step is the newest, chosen by nobody. */
  isFollowing: boolean;
  suspectSteps: ReadonlySet<number>;
  onSelect: (number: number) => void;
};

/** Widths of an item with its gap, in pixels. */
const ITEM = { desktop: 104, mobile: 80 };
const GAP = 8;

/** Every screenshot of a run in a row. Arrows move the focus, which enlarges as the pointer does; Enter selects. */
export function Filmstrip(props: FilmstripProps) {
  const { taskId, steps, current, isFollowing, suspectSteps, onSelect } = props;
  const itemWidth = useIsDesktop() ? ITEM.desktop : ITEM.mobile;
  const { scrollRef, from, to, width, tabStop, onScroll, onWheel, onKeyDown, onBlur } =
    useFilmstrip({
      count: steps.length,
      itemWidth,
      current,
      isFollowing,
    });
  const [peeked, setPeeked] = useState<{ index: number; middle: number } | null>(null);
  const peekedStep = peeked === null ? undefined : steps[peeked.index];
  const peek = (index: number, item: HTMLElement) => {
    const box = item.getBoundingClientRect();
    const stripLeft = item.closest("ol")?.parentElement?.getBoundingClientRect().left ?? 0;
    setPeeked({ index, middle: box.left + box.width / 2 - stripLeft });
  };
  const hide = () => {
    setPeeked(null);
  };
  useShortcuts(peeked === null ? {} : { Escape: hide });
  return (
    <div className="relative h-full" onPointerLeave={hide}>
      <div
        ref={scrollRef}
        onScroll={onScroll}
        onWheel={onWheel}
        className="h-full thin-scroll overflow-x-auto overflow-y-hidden px-3 pt-2"
      >
        <ol
          aria-label="Filmstrip"
          style={{ width: steps.length * itemWidth }}
          className="relative h-[45px] lg:h-[60px]"
          onKeyDown={onKeyDown}
          onBlur={(event) => {
            hide();
            onBlur(event);
          }}
        >
          {steps.slice(from, to).map((step, offset) => {
            const index = from + offset;
            return (
              <li
                key={step.number}
                aria-setsize={steps.length}
                aria-posinset={index + 1}
                style={{ left: index * itemWidth, width: itemWidth - GAP }}
                className="absolute inset-y-0"
                onPointerEnter={(event) => {
                  if (event.pointerType !== "touch") peek(index, event.currentTarget);
                }}
                onFocus={(event) => {
                  if (event.target.matches(":focus-visible")) peek(index, event.currentTarget);
                }}
              >
                <FilmstripItem
                  taskId={taskId}
                  step={step}
                  index={index}
                  isCurrent={index === current}
                  isSuspect={suspectSteps.has(step.number)}
                  isTabStop={index === tabStop}
                  onSelect={onSelect}
                />
              </li>
            );
          })}
        </ol>
      </div>
      {peeked !== null && peekedStep !== undefined && (
        <FilmPreview taskId={taskId} step={peekedStep} middle={peeked.middle} stripWidth={width} />
      )}
    </div>
  );
}
