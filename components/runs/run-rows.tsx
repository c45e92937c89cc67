"use client";

import type { Ref } from "react";
import { WindowVirtualizer, type WindowVirtualizerHandle } from "virtua";
import type { RankedRun } from "@/lib/client/runs/run-need";
import { RunRow } from "./run-row";

type RunRowsProps = {
  ref: Ref<HTMLDivElement>;
  virtual: Ref<WindowVirtualizerHandle>;
  runs: readonly RankedRun[];
  selected: readonly string[];
  onSelect: (id: string) => void;
  onScreen: (id: string, isThere: boolean) => void;
};

/** The rows in sight of many; the page scrolls them. */
export function RunRows({ ref, virtual, runs, selected, onSelect, onScreen }: RunRowsProps) {
  return (
    <div
      ref={ref}
      role="list"
      aria-label="Runs"
      className="overflow-clip rounded-lg border border-line bg-surface"
    >
      <WindowVirtualizer ref={virtual} data={runs} itemSize={56}>
        {({ run, need, isSeen }, index) => (
          <div
            key={run.id}
            role="listitem"
            aria-setsize={runs.length}
            aria-posinset={index + 1}
            data-run-row={run.id}
          >
            <RunRow
              run={run}
              need={need}
              isSeen={isSeen}
              isSelected={selected.includes(run.id)}
              onSelect={onSelect}
              onScreen={onScreen}
            />
          </div>
        )}
      </WindowVirtualizer>
    </div>
  );
}
