import type { TaskListEntry } from "@/lib/contract/task-list";
import { normalizeForSearch } from "@/lib/domain/text/normalize-for-search";
import { runVerdict, type RunFilter } from "./run-filter";

/** The runs that a filter leaves, in their order. Each word of its query is looked for in prompt, id, session and model. */
export function findRuns(
  runs: readonly TaskListEntry[],
  filter: RunFilter,
): readonly TaskListEntry[] {
  const { status, verdict, model, sessionId, query } = filter;
  const words = normalizeForSearch(query.trim())
    .split(/\s+/)
    .filter((word) => word !== "");
  return runs.filter(
    (run) =>
      (status === null || run.status === status) &&
      (verdict === null || runVerdict(run.verdict) === verdict) &&
      (model === null || run.model === model) &&
      (sessionId === null || run.sessionId === sessionId) &&
      (words.length === 0 || hasWords(run, words)),
  );
}

function hasWords(run: TaskListEntry, words: readonly string[]): boolean {
  const text = haystackOf(run);
  return words.every((word) => text.includes(word));
}

const haystacks = new WeakMap<TaskListEntry, string>();

function haystackOf(run: TaskListEntry): string {
  const known = haystacks.get(run);
  if (known !== undefined) return known;
  const texts = [run.prompt, run.id, run.sessionId ?? "", run.model ?? ""];
  const text = normalizeForSearch(texts.join("\0"));
  haystacks.set(run, text);
  return text;
}
