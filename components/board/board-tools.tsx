"use client";

import { LayoutGrid, Rows3, TvMinimal, type LucideIcon } from "lucide-react";
import { clsx } from "clsx";
import { BOARD_SORTS, BOARD_VIEWS, type BoardSort, type BoardViewName } from "./board-choice";

const VIEWS: Readonly<Record<BoardViewName, { label: string; Icon: LucideIcon }>> = {
  normal: { label: "Normal", Icon: LayoutGrid },
  dense: { label: "Dense", Icon: Rows3 },
  wall: { label: "Wall", Icon: TvMinimal },
};
const SORTS: Readonly<Record<BoardSort, string>> = {
  need: "Who needs you first",
  added: "As added",
};

type BoardToolsProps = {
  view: BoardViewName;
  onView: (view: BoardViewName) => void;
  sort: BoardSort;
  onSort: (sort: BoardSort) => void;
};

/** How the board is shown, and what stands first. */
export function BoardTools({ view, onView, sort, onSort }: BoardToolsProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <select
        name="sort"
        aria-label="Order"
        value={sort}
        onChange={({ target }) => {
          onSort(BOARD_SORTS.find((known) => known === target.value) ?? sort);
        }}
        className="h-8 cursor-pointer rounded-md border border-line-strong bg-surface px-2 text-[0.8125rem]"
      >
        {BOARD_SORTS.map((known) => (
          <option key={known} value={known}>
            {SORTS[known]}
          </option>
        ))}
      </select>
      <div
        role="group"
        aria-label="View"
        className="flex overflow-hidden rounded-md border border-line-strong bg-surface"
      >
        {BOARD_VIEWS.map((known) => {
          const { label, Icon } = VIEWS[known];
          return (
            <button
              key={known}
              type="button"
              aria-pressed={known === view}
              onClick={() => {
                onView(known);
              }}
              className={clsx(
                "inline-flex h-[1.875rem] items-center gap-1.5 px-2.5 text-[0.8125rem] font-medium focus-visible:-outline-offset-2 [&_svg]:size-3.5",
                known === view ? "bg-accent/10 text-accent" : "text-muted hover:bg-raised",
              )}
            >
              <Icon aria-hidden="true" />
              {label}
            </button>
          );
        })}
      </div>
    </div>
  );
}
