/** The classes of a wall's columns, the first for one. Whole words: styles are made of what stands in the sources. */
export const WALL_COLUMNS = {
  landscape: [
    "grid-cols-1",
    "grid-cols-2",
    "grid-cols-3",
    "grid-cols-4",
    "grid-cols-5",
    "grid-cols-6",
  ],
  portrait: ["portrait:grid-cols-1", "portrait:grid-cols-2", "portrait:grid-cols-3"],
} as const;

/** The same of its rows. */
export const WALL_ROWS = {
  landscape: ["grid-rows-1", "grid-rows-2", "grid-rows-3", "grid-rows-4"],
  portrait: [
    "portrait:grid-rows-1",
    "portrait:grid-rows-2",
    "portrait:grid-rows-3",
    "portrait:grid-rows-4",
    "portrait:grid-rows-5",
    "portrait:grid-rows-6",
    "portrait:grid-rows-7",
    "portrait:grid-rows-8",
  ],
} as const;
