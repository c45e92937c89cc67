"use client";

import Link from "next/link";
import { Button, buttonClass } from "@/components/ui/button";
import { pageRoutes } from "@/lib/contract/routes";
import { MOST_ON_BOARD } from "@/lib/contract/board";

type SelectionBarProps = { ids: readonly string[]; onClear: () => void };

/** What can be done with the runs that were picked. */
export function SelectionBar({ ids, onClear }: SelectionBarProps) {
  if (ids.length === 0) return null;
  const [a, b] = ids;
  const isTooMany = ids.length > MOST_ON_BOARD;
  return (
    <div
      role="toolbar"
      aria-label="Selected runs"
      className="sticky bottom-3 z-20 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-1.5 rounded-lg border border-line-strong bg-surface px-3 py-1.5 shadow-lg"
    >
      <p role="status" className="mr-1 text-muted tabular-nums">
        {ids.length} selected
      </p>
      {ids.length === 2 ? (
        <Link href={pageRoutes.compare(a, b)} prefetch={false} className={buttonClass()}>
          Compare
        </Link>
      ) : (
        <Button disabled title="Select two runs to compare them.">
          Compare
        </Button>
      )}
      {isTooMany ? (
        <Button disabled title={`A board holds ${String(MOST_ON_BOARD)} tasks.`}>
          Put on a board
        </Button>
      ) : (
        <Link href={pageRoutes.board(ids)} prefetch={false} className={buttonClass()}>
          Put on a board
        </Link>
      )}
      <Button look="quiet" onClick={onClear}>
        Clear
      </Button>
    </div>
  );
}
