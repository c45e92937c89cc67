import type { TaskList, TaskListEntry } from "@/lib/contract/task-list";
import { madeAt } from "@/lib/domain/task/made-at";

/** What a page of ours knows of the account's tasks: all that was read of them, put together. */
export type RunList = {
  /** All that were read, the newest first. */
  runs: readonly TaskListEntry[];
  /** The page to read next; `null` when there is none. */
  nextPage: number | null;
  /** Of tasks older than this some may not have been read, ISO 8601; `null` when all were. */
  completeTo: string | null;
  total: number;
  unread: TaskList["unread"];
};

/**
 * The list with its first page read again. Where none of the page was known, tasks between the two may be missing: the
 * list begins anew.
 */
export function withFirstPage(before: RunList | null, page: TaskList): RunList {
  const known = new Set(before?.runs.map(({ id }) => id));
  const goesOn = before !== null && page.items.some(({ id }) => known.has(id));
  const { completeTo, total, unread } = page;
  if (!goesOn) {
    const nextPage = completeTo === null ? null : 2;
    return { runs: inOrder(page.items), nextPage, completeTo, total, unread };
  }
  return { ...before, runs: merged(before.runs, page.items), total, unread };
}

/** The list with one more page, the one that `nextPage` names. */
export function withNextPage(before: RunList, page: TaskList): RunList {
  const { completeTo, total, unread } = page;
  const nextPage = completeTo === null ? null : page.page + 1;
  return { runs: merged(before.runs, page.items), nextPage, completeTo, total, unread };
}

/** The runs that may be shown: those that are older might have others, not yet read, between them. */
export function completeRuns({ runs, completeTo }: RunList): readonly TaskListEntry[] {
  if (completeTo === null) return runs;
  const from = Date.parse(completeTo);
  return runs.filter((run) => madeAt(run) >= from);
}

/** What is newer of a run stands in the place of what was known. */
function merged(
  before: readonly TaskListEntry[],
  items: readonly TaskListEntry[],
): readonly TaskListEntry[] {
  const runs = new Map(before.map((run) => [run.id, run]));
  for (const run of items) {
    const known = runs.get(run.id);
    // What another reader watched a while ago is still known.
    runs.set(run.id, { ...run, known: run.known ?? known?.known ?? null });
  }
  return inOrder([...runs.values()]);
}

function inOrder(runs: readonly TaskListEntry[]): readonly TaskListEntry[] {
  return [...runs].sort((a, b) => madeAt(b) - madeAt(a) || (a.id < b.id ? -1 : 1));
}
