"use client";

import { ListPlus } from "lucide-react";
import { useState } from "react";
import { useNeedsTab } from "@/components/status/use-needs-tab";
import { Button } from "@/components/ui/button";
import { deferHydration } from "@/components/ui/defer-hydration";
import { apiErrorTitle } from "@/lib/client/api/api-error-title";
import { useBoard } from "@/lib/client/board/use-board";
import { waitingCount, withSeen } from "@/lib/client/needs/seen-needs";
import { useSeenNeeds } from "@/lib/client/needs/use-seen-needs";
import { MOST_ON_BOARD, type Board } from "@/lib/contract/board";
import { AddTaskForm } from "./add-task-form";
import { BoardEmpty } from "./board-empty";
import { BoardHead } from "./board-head";
import { BoardTools } from "./board-tools";
import { TileList } from "./tile-list";
import { tileNeed } from "./tile-need";
import { useBoardChoice } from "./use-board-choice";
import { useBoardIds } from "./use-board-ids";
import { WallBar } from "./wall-bar";

// Its script comes with the first press.
const RunPicker = deferHydration(() => import("./run-picker"));

type BoardPageProps = {
  /** What the server read for the ids in the address; `null` when there are none. */
  initial: Board | null;
  /** When the server rendered the page, epoch milliseconds. */
  renderedAt: number;
  /** From which cost of a task on its operator wants to be warned, in USD; `null` for none. */
  costWarnUsd: string | null;
};

/** Several tasks at a glance: the only component here that fetches, one request for all of them. */
export function BoardPage({ initial, renderedAt, costWarnUsd }: BoardPageProps) {
  const { ids, leftOut, setIds } = useBoardIds();
  const { view, setView, sort, setSort } = useBoardChoice();
  const { tiles, problem } = useBoard(ids ?? [], initial);
  const [isPicking, setIsPicking] = useState(false);
  const needs = tiles.map((tile) => ({ id: tile.id, tile, need: tileNeed(tile) }));
  const { marks } = useSeenNeeds(needs.flatMap(({ id, need }) => (need === null ? [] : id)));
  const needing = withSeen(needs, marks);
  const needCount = needing.filter(({ need, isSeen }) => need !== null && !isSeen).length;
  useNeedsTab("Board", waitingCount(needing));
  const isEmpty = ids?.length === 0;
  const add = (added: readonly string[]) => {
    setIds([...(ids ?? []), ...added]);
  };

  const head = <BoardHead tiles={tiles} needCount={needCount} renderedAt={renderedAt} />;
  const trouble = (
    <p role="status" aria-label="Connection" className="min-h-5 text-waiting max-sm:empty:min-h-0">
      {problem !== null && `${apiErrorTitle(problem)}. Showing what was known last.`}
      {problem === null && leftOut > 0 && leftOutWords(leftOut)}
    </p>
  );
  const list = (
    <TileList
      tiles={needing}
      view={view}
      sort={sort}
      renderedAt={renderedAt}
      costWarnUsd={costWarnUsd}
      onRemove={(id) => {
        setIds((ids ?? []).filter((known) => known !== id));
      }}
    />
  );
  if (view === "wall" && !isEmpty) {
    return (
      <main id="main" data-wall className="flex h-dvh flex-col gap-2 overflow-hidden p-2">
        <WallBar
          onLeave={() => {
            setView("normal");
          }}
        >
          <h1 className="sr-only">Board</h1>
          {head}
          {trouble}
        </WallBar>
        {list}
      </main>
    );
  }
  return (
    <main id="main" className="mx-auto w-full max-w-[100rem] grow px-4 pt-4 pb-16">
      <div className="flex min-h-14 flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div>
          <h1 className="text-lg font-semibold tracking-tight">Board</h1>
          <div className="flex min-h-5 flex-wrap gap-x-3">{head}</div>
        </div>
        <div className="flex flex-wrap items-start gap-2 max-sm:w-full">
          <AddTaskForm taskIds={ids ?? []} onAdd={add} />
          <Button
            aria-haspopup="dialog"
            onClick={() => {
              setIsPicking(true);
            }}
          >
            <ListPlus aria-hidden="true" />
            Add from runs
          </Button>
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        {trouble}
        {!isEmpty && <BoardTools view={view} onView={setView} sort={sort} onSort={setSort} />}
      </div>
      {isEmpty ? <BoardEmpty /> : list}
      {isPicking && (
        <RunPicker
          taskIds={ids ?? []}
          onAdd={add}
          onClose={() => {
            setIsPicking(false);
          }}
        />
      )}
    </main>
  );
}

function leftOutWords(leftOut: number): string {
  return `A board holds ${String(MOST_ON_BOARD)} tasks: ${String(leftOut)} more of the address ${leftOut === 1 ? "is" : "are"} left out.`;
}
