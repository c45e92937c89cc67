"use client";

import { clsx } from "clsx";
import { useRef } from "react";
import type { BoardTile as Tile } from "@/lib/client/board/use-board";
import type { RankedNeed } from "@/lib/domain/needs/need";
import type { BoardSort, BoardViewName } from "./board-choice";
import { orderByNeed } from "./board-order";
import { BoardTile } from "./board-tile";
import { useGlide } from "./use-glide";
import { useSteadyOrder } from "./use-steady-order";
import { WALL_COLUMNS, WALL_ROWS } from "./wall-classes";
import { wallGrid } from "./wall-grid";
import { WallTile } from "./wall-tile";

/** A tile, what its task needs, and whether somebody has seen that. */
export type NeedingTile = RankedNeed & { tile: Tile };

type TileListProps = {
  tiles: readonly NeedingTile[];
  view: BoardViewName;
  sort: BoardSort;
  renderedAt: number;
  costWarnUsd: string | null;
  onRemove: (id: string) => void;
};

/** The tiles of a board in the wanted view and order. */
export function TileList(props: TileListProps) {
  const { tiles, view, sort, renderedAt, costWarnUsd, onRemove } = props;
  const list = useRef<HTMLUListElement>(null);
  const needing = tiles.map(({ tile, ...need }) => ({ id: tile.id, ...need }));
  const wanted = sort === "need" ? orderByNeed(needing) : needing.map(({ id }) => id);
  const order = useSteadyOrder(wanted, list);
  useGlide(list, order, view);
  const byId = new Map(tiles.map((one) => [one.tile.id, one]));
  return (
    <ul ref={list} aria-label="Tasks" className={listClass(view, tiles.length)}>
      {order.flatMap((id) => {
        const shown = byId.get(id);
        if (shown === undefined) return [];
        const { tile, need, isSeen } = shown;
        return [
          <li key={id} data-id={id} className="min-h-0 min-w-0">
            {view === "wall" ? (
              <WallTile {...{ tile, need, isSeen, renderedAt, costWarnUsd }} />
            ) : (
              <BoardTile
                {...{ tile, need, isSeen, renderedAt, costWarnUsd }}
                isDense={view === "dense"}
                onRemove={() => {
                  onRemove(id);
                }}
              />
            )}
          </li>,
        ];
      })}
    </ul>
  );
}

function listClass(view: BoardViewName, count: number): string {
  if (view === "wall") return clsx("grid min-h-0 grow gap-2", wallClasses(count));
  return clsx(
    "mt-1 grid min-h-72 content-start",
    view === "dense"
      ? "gap-2 sm:grid-cols-2 md:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5 2xl:grid-cols-6"
      : "gap-3 sm:grid-cols-2 md:grid-cols-3 xl:grid-cols-4 2xl:grid-cols-5",
  );
}

function wallClasses(count: number): string[] {
  return (["landscape", "portrait"] as const).flatMap((shape) => {
    const { columns, rows } = wallGrid(count, shape);
    return [WALL_COLUMNS[shape][columns - 1] ?? "", WALL_ROWS[shape][rows - 1] ?? ""];
  });
}
