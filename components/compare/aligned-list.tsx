"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import type { WindowVirtualizerHandle } from "virtua";
import { Button } from "@/components/ui/button";
import type { AlignedStep } from "@/lib/domain/compare/align-runs";
import { AlignedRow } from "./aligned-row";

/** Each row draws two steps: from here on only those in sight are drawn. */
const MOST_ROWS = 90;

const WindowedRows = dynamic(
  () => import("./windowed-rows").then((module) => module.WindowedRows),
  {
    // The server's HTML may carry no style attribute, and a window of rows stands on them.
    ssr: false,
  },
);

type AlignedListProps = {
  rows: readonly AlignedStep[];
  taskIds: { a: string; b: string };
  /** From this row on, one run has yet to get there: no difference so far. */
  pendingFrom: number;
};

/** All steps of both runs, row by row, with a way from difference to difference. */
export function AlignedList({ rows, taskIds, pendingFrom }: AlignedListProps) {
  // A row, not the place's number: while a run goes on, places before it may come and go.
  const [atRow, setAtRow] = useState<number | null>(null);
  const windowed = useRef<WindowVirtualizerHandle>(null);
  const plain = useRef<HTMLOListElement>(null);
  const isDifferent = (index: number) =>
    index < pendingFrom && rows[index] !== undefined && rows[index].kind !== "same";
  const differing = rows.filter((_, index) => isDifferent(index)).length;
  // Rows that differ one after the other are one place to jump to.
  const places = rows.flatMap((_, index) =>
    isDifferent(index) && !isDifferent(index - 1) ? [index] : [],
  );
  const isLong = rows.length > MOST_ROWS;

  const jump = (to: number) => {
    setAtRow(to);
    if (isLong) windowed.current?.scrollToIndex(to, { align: "center" });
    else plain.current?.children[to]?.scrollIntoView({ block: "center" });
  };
  const next = places.find((place) => atRow === null || place > atRow);
  const previous = places.findLast((place) => atRow !== null && place < atRow);
  const at = atRow === null ? -1 : places.indexOf(atRow);
  const marked = at < 0 ? null : atRow;

  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="steps">
      <div className="sticky top-0 z-10 flex min-h-11 flex-wrap items-center gap-x-3 border-b border-line bg-bg py-1">
        <h2 id="steps" className="text-[0.8125rem] font-semibold">
          Step by step
        </h2>
        <p role="status" className="text-xs text-muted tabular-nums">
          {countWords(differing, places.length, rows.length, at)}
        </p>
        {places.length > 0 && (
          <div className="ml-auto flex gap-1.5">
            <Button
              aria-label="Previous difference"
              disabled={previous === undefined}
              onClick={() => {
                if (previous !== undefined) jump(previous);
              }}
            >
              <ArrowUp aria-hidden="true" />
            </Button>
            <Button
              disabled={next === undefined}
              onClick={() => {
                if (next !== undefined) jump(next);
              }}
            >
              <ArrowDown aria-hidden="true" />
              Next difference
            </Button>
          </div>
        )}
      </div>
      <div className="border-x border-line bg-surface">
        {isLong ? (
          <WindowedRows
            ref={windowed}
            rows={rows}
            taskIds={taskIds}
            pendingFrom={pendingFrom}
            marked={marked}
          />
        ) : (
          <ol ref={plain} aria-label="Steps of both runs">
            {rows.map((row, index) => (
              <li
                key={rowKey(row)}
                data-marked={index === marked || undefined}
                className="data-marked:outline-2 data-marked:-outline-offset-2 data-marked:outline-accent"
              >
                <AlignedRow row={row} taskIds={taskIds} isPending={index >= pendingFrom} />
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}

/** A row is known by its steps: their numbers occur once in each run. */
function rowKey({ a, b }: AlignedStep): string {
  return `${String(a?.number ?? "")} ${String(b?.number ?? "")}`;
}

function countWords(differing: number, places: number, rows: number, at: number): string {
  if (at >= 0) return `Difference ${String(at + 1)} of ${String(places)}`;
  const all = `${String(rows)} ${rows === 1 ? "row" : "rows"}`;
  if (differing === 0) return `${all}, no difference`;
  return `${all}, ${String(differing)} of them different, in ${String(places)} ${places === 1 ? "place" : "places"}`;
}
