import type { ControlNote } from "@/lib/domain/task/control-note";
import type { Step } from "@/lib/domain/task/step";
import { gapBefore } from "./step-gap";

/** What every kind of list draws its rows from. */
export type TimelineRows = {
  taskId: string;
  rows: readonly Step[];
  /** The number of the selected step. */
  selected: number | null;
  /** The number of the step that the agent is at. */
  busy: number | null;
  /** The number of the step that takes the tab key. */
  tabStop: number | null;
  /** What the reader looks for, normalized. */
  needle: string;
  /** Some steps are left out on purpose, so that gaps mean nothing. */
  isFiltered: boolean;
  /** What people did to the run. */
  notes: readonly ControlNote[];
};

/** Words for what is missing before a row. */
export function gapWords({ rows, isFiltered }: TimelineRows, index: number): string | null {
  const step = rows[index];
  if (isFiltered || step === undefined) return null;
  return gapBefore(rows[index - 1]?.number ?? null, step.number);
}
