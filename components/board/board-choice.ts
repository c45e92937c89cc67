/** How a board is shown: with pictures, close together, or as large as the screen has room for. */
export const BOARD_VIEWS = ["normal", "dense", "wall"] as const;
export type BoardViewName = (typeof BOARD_VIEWS)[number];

/** What stands first: tasks that need somebody, or those that were added first. */
export const BOARD_SORTS = ["need", "added"] as const;
export type BoardSort = (typeof BOARD_SORTS)[number];

/** What an address says of a board beside its tasks; the first of each for what it does not say, or says wrongly. */
export function readBoardChoice(query: Pick<URLSearchParams, "get">): {
  view: BoardViewName;
  sort: BoardSort;
} {
  const [view, sort] = [query.get("view"), query.get("sort")];
  return {
    view: BOARD_VIEWS.find((known) => known === view) ?? "normal",
    sort: BOARD_SORTS.find((known) => known === sort) ?? "need",
  };
}
