import { expect, it } from "vitest";
import { reachWords } from "./runs-end";

it.each([
  [{ read: 0, shown: 0, total: 0, isFiltering: false, hasMore: false }, ""],
  [{ read: 1, shown: 1, total: 1, isFiltering: false, hasMore: false }, "All 1 run."],
  [
    { read: 100, shown: 100, total: 50_000, isFiltering: false, hasMore: true },
    "The 100 newest of at least 50,000 runs.",
  ],
  [
    { read: 100, shown: 1, total: 50_000, isFiltering: true, hasMore: true },
    "1 of the 100 newest runs matches. At least 49,900 older were not searched.",
  ],
  [
    { read: 100, shown: 0, total: 100, isFiltering: true, hasMore: true },
    "0 of the 100 newest runs match. Older ones were not searched.",
  ],
  [{ read: 3, shown: 2, total: 3, isFiltering: true, hasMore: false }, "2 of 3 runs match."],
])("%j reads %s", (reach, words) => {
  expect(reachWords(reach)).toBe(words);
});
