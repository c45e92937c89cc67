"use client";

import { createContext, useContext, useLayoutEffect, useRef, type RefObject } from "react";
import {
  Virtualizer,
  type CustomContainerComponentProps,
  type CustomItemComponentProps,
  type VirtualizerHandle,
} from "virtua";
import { TimelineRow } from "./timeline-row";
import type { TimelineRows } from "./timeline-rows";
import type { Place } from "./use-kept-place";

/** A row in rem; as `min-h-step-row` has it. */
const ROW_REM = 4.75;
const BUFFER_PX = 600;

/** What a list of a long run needs. */
export type VirtualStepsProps = {
  list: TimelineRows;
  /** The row with the focus, which must outlive its scrolling out of sight. */
  focused: number | null;
  scrollRef: RefObject<HTMLElement | null>;
  placeRef: RefObject<Place | null>;
};

/** The rows in sight of a long list. Where the list before it stood, this one stands too. */
export default function VirtualSteps({ list, focused, scrollRef, placeRef }: VirtualStepsProps) {
  const { rows } = list;
  const handleRef = useRef<VirtualizerHandle>(null);
  useLayoutEffect(() => {
    const place = placeRef.current;
    const index = place === null ? -1 : rows.findIndex((step) => step.number === place.step);
    const handle = handleRef.current;
    placeRef.current = null;
    if (place === null || index < 0 || handle === null || scrollRef.current === null) return;
    scrollRef.current.scrollTop = handle.getItemOffset(index) - place.top;
  }, [rows, scrollRef, placeRef]);
  const kept = [list.selected, list.tabStop, focused].flatMap((number) => {
    const index = number === null ? -1 : rows.findIndex((step) => step.number === number);
    return index < 0 ? [] : [index];
  });
  return (
    <RowCount value={rows.length}>
      <Virtualizer
        ref={handleRef}
        as={Container}
        item={Item}
        data={rows}
        itemSize={rowHeight()}
        bufferSize={BUFFER_PX}
        keepMounted={kept}
        scrollRef={scrollRef}
      >
        {(step, index) => <TimelineRow key={step.number} list={list} step={step} index={index} />}
      </Virtualizer>
    </RowCount>
  );
}

const RowCount = createContext(0);

function Container({ style, children, ref }: CustomContainerComponentProps) {
  return (
    // A click counts while the list still moves, or is moved by rows that turn out higher than expected.
    <ol aria-label="Steps" style={{ ...style, pointerEvents: undefined }} ref={ref}>
      {children}
    </ol>
  );
}

function Item({ style, index, children, ref }: CustomItemComponentProps) {
  const count = useContext(RowCount);
  return (
    <li style={style} ref={ref} aria-setsize={count} aria-posinset={index + 1}>
      {children}
    </li>
  );
}

function rowHeight(): number {
  return ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
