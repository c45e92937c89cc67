"use client";

import { lazy, Suspense, useDeferredValue, useRef, useState, type RefObject } from "react";
import { useIsHydrated } from "@/lib/client/browser/use-is-hydrated";
import { PlainSteps } from "./plain-steps";
import type { TimelineRows } from "./timeline-rows";
import type { Place } from "./use-kept-place";
import type { VirtualStepsProps } from "./virtual-steps";

/** Rows before and behind the one a long list begins at, until it is a virtual one. */
const BEFORE = 12;
const WINDOW = 40;

type StepListProps = {
  list: TimelineRows;
  isLong: boolean;
  /** The list begins at its end. */
  isFollowing: boolean;
  focused: number | null;
  scrollRef: RefObject<HTMLElement | null>;
};

/**
 * The rows of the timeline: all of them as they are, or of a long run those in sight. The server draws a long
 * run's rows around the selected step, and the browser goes on from there.
 */
export function StepList({ list, isLong, isFollowing, focused, scrollRef }: StepListProps) {
  const placeRef = useRef<Place | null>(null);
  const [beganLong] = useState(isLong);
  const isMounted = useIsHydrated();
  // The rows that are there stay until those of the virtual list are ready.
  const isVirtual = useDeferredValue(isLong && isMounted, false);
  const startAt = startOf(list, isFollowing);
  const plain = (
    <PlainSteps
      list={list}
      {...(beganLong ? windowAround(list, startAt) : { from: 0, to: list.rows.length })}
      startAt={isMounted ? null : startAt}
      scrollRef={scrollRef}
      placeRef={placeRef}
    />
  );
  return (
    <Suspense fallback={plain}>
      {isVirtual ? (
        <VirtualSteps list={list} focused={focused} scrollRef={scrollRef} placeRef={placeRef} />
      ) : (
        plain
      )}
    </Suspense>
  );
}

const VirtualSteps = lazy(() =>
  // Without its code the list stays as the server drew it.
  import("./virtual-steps").catch(() => ({ default: StepWindow })),
);

function StepWindow({ list, scrollRef, placeRef }: VirtualStepsProps) {
  const { from, to } = windowAround(list, startOf(list, false));
  return (
    <PlainSteps
      list={list}
      from={from}
      to={to}
      startAt={null}
      scrollRef={scrollRef}
      placeRef={placeRef}
    />
  );
}

function startOf({ rows, selected }: TimelineRows, isFollowing: boolean): number | null {
  const index = rows.findIndex((step) => step.number === selected);
  if (index >= 0) return index;
  return isFollowing ? rows.length - 1 : null;
}

function windowAround({ rows }: TimelineRows, startAt: number | null) {
  const from = Math.max(0, Math.min((startAt ?? 0) - BEFORE, rows.length - WINDOW));
  return { from, to: Math.min(from + WINDOW, rows.length) };
}
