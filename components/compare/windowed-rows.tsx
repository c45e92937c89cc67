"use client";

import type { Ref } from "react";
import { WindowVirtualizer, type WindowVirtualizerHandle } from "virtua";
import type { AlignedStep } from "@/lib/domain/compare/align-runs";
import { AlignedRow } from "./aligned-row";

type WindowedRowsProps = {
  ref: Ref<WindowVirtualizerHandle>;
  rows: readonly AlignedStep[];
  taskIds: { a: string; b: string };
  /** From this row on, one run has yet to get there. */
  pendingFrom: number;
  /** The row that the reader jumped to. */
  marked: number | null;
};

/** The rows in sight of many; the page scrolls them. */
export function WindowedRows({ ref, rows, taskIds, pendingFrom, marked }: WindowedRowsProps) {
  return (
    <div role="list" aria-label="Steps of both runs">
      <WindowVirtualizer ref={ref} data={rows} itemSize={76}>
        {(row, index) => (
          <div
            key={index}
            role="listitem"
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            data-marked={index === marked || undefined}
            className="data-marked:outline-2 data-marked:-outline-offset-2 data-marked:outline-accent"
          >
            <AlignedRow row={row} taskIds={taskIds} isPending={index >= pendingFrom} />
          </div>
        )}
      </WindowVirtualizer>
    </div>
  );
}
