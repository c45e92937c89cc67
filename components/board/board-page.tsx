"use client";

import { apiErrorTitle } from "@/lib/client/api/api-error-title";
import { useBoard, type BoardTile as Tile } from "@/lib/client/board/use-board";
import { MOST_ON_BOARD, type Board } from "@/lib/contract/board";
import { isFinal } from "@/lib/domain/task/task-status";
import { AddTaskForm } from "./add-task-form";
import { BoardEmpty } from "./board-empty";
import { BoardTile } from "./board-tile";
import { useBoardIds } from "./use-board-ids";

type BoardPageProps = {
  /** What the server read for the ids in the address; `null` when there are none. */
  initial: Board | null;
  /** When the server rendered the page, epoch milliseconds. */
  renderedAt: number;
};

/** Several tasks at a glance: the only component here that fetches, one request for all of them. */
export function BoardPage({ initial, renderedAt }: BoardPageProps) {
  const { ids, leftOut, setIds } = useBoardIds();
  const { tiles, problem } = useBoard(ids ?? [], initial);
  return (
    <main id="main" className="mx-auto w-full max-w-[100rem] grow px-4 pt-4 pb-16">
      <div className="flex min-h-14 flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div>
          <h1 className="text-lg font-semibold tracking-tight">Board</h1>
          <p role="status" className="min-h-5 text-muted tabular-nums">
            {countWords(tiles)}
          </p>
        </div>
        <AddTaskForm
          taskIds={ids ?? []}
          onAdd={(added) => {
            setIds([...(ids ?? []), ...added]);
          }}
        />
      </div>
      <p role="status" aria-label="Connection" className="min-h-5 text-waiting">
        {problem !== null && `${apiErrorTitle(problem)}. Showing what was known last.`}
        {problem === null && leftOut > 0 && leftOutWords(leftOut)}
      </p>
      {ids?.length === 0 ? (
        <BoardEmpty />
      ) : (
        <ul
          aria-label="Tasks"
          className="mt-1 grid min-h-72 content-start gap-3 sm:grid-cols-2 md:grid-cols-3 xl:grid-cols-4 2xl:grid-cols-5"
        >
          {tiles.map((tile) => (
            <li key={tile.id} className="min-w-0">
              <BoardTile
                tile={tile}
                renderedAt={renderedAt}
                onRemove={() => {
                  setIds((ids ?? []).filter((id) => id !== tile.id));
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}

function countWords(tiles: readonly Tile[]): string {
  const known = tiles.flatMap(({ entry }) => (entry?.ok === true ? [entry.task.status] : []));
  const over = known.filter(isFinal).length;
  const parts = [
    `${String(tiles.length)} ${tiles.length === 1 ? "task" : "tasks"}`,
    ...(known.length > over ? [`${String(known.length - over)} under way`] : []),
    ...(over > 0 ? [`${String(over)} ended`] : []),
  ];
  return tiles.length === 0 ? "" : parts.join(" · ");
}

function leftOutWords(leftOut: number): string {
  return `A board holds ${String(MOST_ON_BOARD)} tasks: ${String(leftOut)} more of the address ${leftOut === 1 ? "is" : "are"} left out.`;
}
