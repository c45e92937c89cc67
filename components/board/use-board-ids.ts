"use client";

import { useEffect } from "react";
import { useRecents } from "@/lib/client/storage/recents";
import { changeUrlSearch, useUrlSearch } from "@/lib/client/url/url-search";
import { MOST_ON_BOARD, parseBoardIds } from "@/lib/contract/board";
import { isFinal } from "@/lib/domain/task/task-status";

/**
 * The tasks of the board, kept in the URL. An address without any takes up the reader's recent tasks that were
 * not over when last seen, once: the tiles do not come and go with what other tabs open. `null` until that is known.
 */
export function useBoardIds() {
  const recents = useRecents();
  const given = useUrlSearch().get("ids");
  const open = recents?.filter(({ status }) => !isFinal(status)).map(({ id }) => id) ?? null;
  const first = open?.slice(0, MOST_ON_BOARD).join(",") ?? "";
  useEffect(() => {
    if (given === null && first !== "") {
      changeUrlSearch({ ids: parseBoardIds(first).join(",") }, "replace");
    }
  }, [given, first]);

  const ids = given === null ? null : parseBoardIds(given);
  const leftOut = ids?.slice(MOST_ON_BOARD) ?? [];
  return {
    ids: ids?.slice(0, MOST_ON_BOARD) ?? (open?.length === 0 ? [] : null),
    /** How many of the address are left out. */
    leftOut: leftOut.length,
    /** Puts others in the place of those that are shown; what was left out comes after them. */
    setIds: (next: readonly string[]) => {
      changeUrlSearch({ ids: [...next, ...leftOut].join(",") }, "push");
    },
  };
}
