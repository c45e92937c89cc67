"use client";

import { X } from "lucide-react";
import { clsx } from "clsx";
import { IconButton } from "@/components/ui/icon-button";
import { UntrustedText } from "@/components/ui/untrusted-text";
import type { BoardTile as Tile } from "@/lib/client/board/use-board";
import type { Need } from "@/lib/domain/needs/need";
import { showHidden } from "@/lib/domain/text/hidden-characters";
import { truncate } from "@/lib/domain/text/truncate";
import { TileFacts } from "./tile-facts";
import { TileLink } from "./tile-link";
import { TilePicture } from "./tile-picture";
import { goalOf, nameOf, TileStatus } from "./tile-words";

type BoardTileProps = {
  tile: Tile;
  need: Need | null;
  /** Somebody deals with it. */
  isSeen: boolean;
  /** Without a picture, to have many close together. */
  isDense: boolean;
  renderedAt: number;
  costWarnUsd: string | null;
  onRemove: () => void;
};

/** One task on the board. Its room is the same whatever it shows. */
export function BoardTile(props: BoardTileProps) {
  const { tile, need, isSeen, isDense, renderedAt, costWarnUsd, onRemove } = props;
  const { id, entry, pace } = tile;
  const title = nameOf(tile);
  return (
    <article
      aria-label={showHidden(title)}
      className={clsx(
        "relative flex overflow-hidden rounded-lg border bg-surface focus-within:border-accent hover:border-line-strong",
        need?.severity === "now" && !isSeen ? "border-waiting" : "border-line",
        isDense ? "h-33" : "h-42 sm:h-auto sm:flex-col",
      )}
    >
      {!isDense && (
        <div className="w-2/5 shrink-0 sm:w-full">
          <TilePicture
            id={id}
            entry={entry}
            sizes="(min-width: 80rem) 18rem, (min-width: 40rem) 40vw, 40vw"
            className="max-sm:aspect-auto max-sm:h-full"
          />
        </div>
      )}
      <div
        className={clsx(
          "flex min-w-0 grow flex-col gap-1 px-3 py-2 text-xs",
          !isDense && "border-line max-sm:border-l sm:h-44 sm:border-t",
        )}
      >
        <div className="flex h-6 items-center gap-1.5 pr-7">
          <TileStatus entry={entry} />
        </div>
        <TileLink id={id} title={title} className="block truncate text-[0.8125rem]" />
        {(!isDense || entry?.ok !== true) && (
          <p
            dir="auto"
            className="line-clamp-2 h-9 shrink-0 leading-[1.125rem] foreign-text text-muted"
          >
            <UntrustedText text={goalOf(entry)} />
          </p>
        )}
        {entry?.ok === true && (
          <TileFacts {...{ entry, pace, need, isSeen, renderedAt, costWarnUsd }} />
        )}
      </div>
      <IconButton
        label={`Take ${showHidden(truncate(title, 60))} off the board`}
        className="absolute top-1 right-1 z-10 bg-surface/90"
        onClick={onRemove}
      >
        <X aria-hidden="true" />
      </IconButton>
    </article>
  );
}
