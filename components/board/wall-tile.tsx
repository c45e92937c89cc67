"use client";

import { clsx } from "clsx";
import type { BoardTile } from "@/lib/client/board/use-board";
import type { Need } from "@/lib/domain/needs/need";
import { showHidden } from "@/lib/domain/text/hidden-characters";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { TileFacts } from "./tile-facts";
import { TileLink } from "./tile-link";
import { TilePicture } from "./tile-picture";
import { goalOf, nameOf, TileStatus } from "./tile-words";

type WallTileProps = {
  tile: BoardTile;
  need: Need | null;
  /** Somebody deals with it. */
  isSeen: boolean;
  renderedAt: number;
  costWarnUsd: string | null;
};

/** One task on a wall, to be read from across the room: type by the room that it has, a picture in what is left. */
export function WallTile({ tile, need, isSeen, renderedAt, costWarnUsd }: WallTileProps) {
  const { id, entry, pace } = tile;
  const title = nameOf(tile);
  return (
    <article
      aria-label={showHidden(title)}
      className={clsx(
        "@container-size relative h-full overflow-hidden rounded-lg border bg-surface focus-within:border-accent",
        need?.severity === "now" && !isSeen ? "border-2 border-waiting" : "border-line",
      )}
    >
      <div className="flex h-full flex-col text-[clamp(0.75rem,5.2cqmin,1.75rem)] leading-snug">
        <div className="min-h-0 grow basis-0">
          <TilePicture
            id={id}
            entry={entry}
            sizes="(min-width: 40rem) 40vw, 50vw"
            className="aspect-auto! h-full"
          />
        </div>
        <div className="shrink-0 border-t border-line px-[0.6em] py-[0.4em]">
          <div className="flex [&_svg]:size-[1em] [&>span]:h-[1.7em] [&>span]:text-[0.9em]">
            <TileStatus entry={entry} />
          </div>
          <TileLink
            id={id}
            title={title}
            className="mt-[0.2em] block truncate text-[1.2em] leading-tight @min-[18rem]:line-clamp-2 @min-[18rem]:whitespace-normal"
          />
          {entry?.ok === true ? (
            <div className="mt-[0.15em]">
              <TileFacts {...{ entry, pace, need, isSeen, renderedAt, costWarnUsd }} />
            </div>
          ) : (
            <p dir="auto" className="mt-[0.15em] line-clamp-2 foreign-text text-muted">
              <UntrustedText text={goalOf(entry)} />
            </p>
          )}
        </div>
      </div>
    </article>
  );
}
