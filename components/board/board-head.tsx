"use client";

import { useNow } from "@/lib/client/api/clock";
import type { BoardTile } from "@/lib/client/board/use-board";
import { boardCounts, boardTotals } from "./board-sums";

type BoardHeadProps = { tiles: readonly BoardTile[]; needCount: number; renderedAt: number };

/** The sums of a board: how its tasks stand, which is told when it changes, and what they cost, which goes on. */
export function BoardHead({ tiles, needCount, renderedAt }: BoardHeadProps) {
  const now = useNow(renderedAt);
  return (
    <>
      <p role="status" className="text-muted tabular-nums">
        {boardCounts(tiles, needCount)}
      </p>
      <p aria-label="Sums" role="group" className="text-muted tabular-nums">
        {boardTotals(tiles, now)}
      </p>
    </>
  );
}
