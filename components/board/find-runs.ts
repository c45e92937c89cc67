import type { TaskListItem } from "@/lib/contract/task-list";
import { normalizeForSearch } from "@/lib/domain/text/normalize-for-search";

/** The runs in whose prompt or id every word of a query stands; all of them for none. */
export function findRuns(runs: readonly TaskListItem[], query: string): readonly TaskListItem[] {
  const words = normalizeForSearch(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return runs;
  return runs.filter(({ id, prompt }) => {
    const text = normalizeForSearch(`${id} ${prompt}`);
    return words.every((word) => text.includes(word));
  });
}
