import type { BoardTile } from "@/lib/client/board/use-board";
import type { Need } from "@/lib/domain/needs/need";
import { needOfTile } from "@/lib/domain/needs/need-of-tile";

/** What a task of a board needed when it was last confirmed: nobody knows of a silence beyond that; `null` for nothing. */
export function tileNeed({ entry, pace }: BoardTile): Need | null {
  return entry?.ok === true ? needOfTile(entry.task, Date.parse(entry.fetchedAt), pace) : null;
}
