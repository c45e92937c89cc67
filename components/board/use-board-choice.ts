"use client";

import { changeUrlSearch, useUrlSearch } from "@/lib/client/url/url-search";
import { readBoardChoice, type BoardSort, type BoardViewName } from "./board-choice";

/** How the board is shown and sorted, kept in the URL: what is usual is not in it. */
export function useBoardChoice() {
  return {
    ...readBoardChoice(useUrlSearch()),
    setView: (view: BoardViewName) => {
      changeUrlSearch({ view: view === "normal" ? null : view }, "push");
    },
    setSort: (sort: BoardSort) => {
      changeUrlSearch({ sort: sort === "need" ? null : sort }, "push");
    },
  };
}
