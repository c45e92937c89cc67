import { normalizeForSearch } from "@/lib/domain/text/normalize-for-search";
import type { Outcome } from "@/lib/domain/task/outcome";
import type { Step } from "@/lib/domain/task/step";
import { stepHost, stepTexts } from "./step-texts";

/** Which steps to show; an empty query and `null` leave none out. */
export type StepFilter = { query: string; outcome: Outcome | null; host: string | null };

/** Stands between the texts of a step, so that no match reaches from one into the next. */
const BETWEEN = "\0";
const haystacks = new WeakMap<Step, string>();

/** A query as `findSteps` and `findRanges` compare it; empty for a blank one. */
export function toNeedle(query: string): string {
  return normalizeForSearch(query.trim()).replaceAll(BETWEEN, "");
}

/** True where a filter may leave steps out. */
export function isFiltering(filter: StepFilter): boolean {
  return toNeedle(filter.query) !== "" || filter.outcome !== null || filter.host !== null;
}

/**
 * The steps that a filter leaves, in their order; the same array when it leaves all. The query is plain text,
 * looked for in every text, address and action of a step. What a step says is normalized once per step object.
 */
export function findSteps(steps: readonly Step[], filter: StepFilter): readonly Step[] {
  return find(steps, filter, keptHaystack);
}

/** The same for one search: keeps nothing of what it normalized. */
export function findStepsOnce(steps: readonly Step[], filter: StepFilter): readonly Step[] {
  return find(steps, filter, haystackOf);
}

function find(steps: readonly Step[], filter: StepFilter, read: (step: Step) => string) {
  if (!isFiltering(filter)) return steps;
  const needle = toNeedle(filter.query);
  return steps.filter(
    (step) =>
      (filter.outcome === null || step.outcome === filter.outcome) &&
      (filter.host === null || stepHost(step) === filter.host) &&
      (needle === "" || read(step).includes(needle)),
  );
}

function haystackOf(step: Step): string {
  return stepTexts(step)
    .map(({ text }) => normalizeForSearch(text))
    .join(BETWEEN);
}

function keptHaystack(step: Step): string {
  const known = haystacks.get(step);
  if (known !== undefined) return known;
  const haystack = haystackOf(step);
  haystacks.set(step, haystack);
  return haystack;
}

/** The step to go to next among those found, round the end; `null` when there is none. */
export function nextFound(
  found: readonly Step[],
  selected: number | null,
  direction: "next" | "previous",
): number | null {
  const isNext = direction === "next";
  const step =
    selected === null
      ? undefined
      : isNext
        ? found.find(({ number }) => number > selected)
        : found.findLast(({ number }) => number < selected);
  return (step ?? found.at(isNext ? 0 : -1))?.number ?? null;
}
