import { parseAction } from "@/lib/domain/task/action";
import { findSuspects, type Suspect } from "@/lib/domain/suspects/find-suspects";
import { outcomeOf } from "@/lib/domain/task/outcome";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { testContent } from "./content";

/** When the runs of these tests are looked at, epoch milliseconds. */
export const NOW = Date.parse("2026-03-01T12:00:00Z");

/** One step of a run for tests, in short: what it does, where, for how long, and what the step after it says about it. */
export type ToldStep = {
  does?: string;
  url?: string;
  seconds?: number;
  went?: string;
  goal?: string;
};

/** A run that failed. */
export const FAILED: Partial<Task> = { status: "failed" };

/** The content of a run told in short. */
export function contentOf(task: Partial<Task>, told: readonly ToldStep[]): TaskContent {
  const steps = told.map(({ does, url, seconds, goal }, index): Partial<Step> => {
    const evaluation = told[index - 1]?.went ?? "";
    const next = told[index]?.went;
    return {
      evaluation,
      outcome: next === undefined || index === told.length - 1 ? "unknown" : outcomeOf(next),
      nextGoal: goal ?? "",
      url: url ?? `https://shop.example/${String(index)}`,
      actions: does === "" ? [] : [parseAction(does ?? click(index))],
      durationSeconds: seconds ?? null,
    };
  });
  return testContent({ task, steps });
}

/** The text of an action that clicks. */
export const click = (index: number) => JSON.stringify({ click_element: { index } });
/** Steps that succeed, each on a page of its own. */
export const ok = (count: number): ToldStep[] =>
  Array.from({ length: count }, () => ({ went: "Success" }));
/** The suspects of a run told in short. */
export const suspectsOf = (task: Partial<Task>, told: readonly ToldStep[]): readonly Suspect[] =>
  findSuspects(contentOf(task, told), NOW);
/** The suspects as `kind step`. */
export const inShort = (task: Partial<Task>, told: readonly ToldStep[]): string[] =>
  suspectsOf(task, told).map(({ kind, step }) => `${kind} ${String(step)}`);
/** A reason without the marks that isolate the direction of a quotation. */
export const plain = (text: string | undefined) => text?.replace(/[\u2068\u2069]/g, "");
