import type { TaskViewName } from "@/lib/domain/task/task-views";
import { isFinal, type TaskStatus } from "@/lib/domain/task/task-status";

type OpenViewInput = {
  /** What the URL says. */
  step: number | null;
  view: TaskViewName | null;
  /** The status when the page was opened. */
  firstStatus: TaskStatus;
  /** Timeline and stage stand side by side, so the timeline is no view of its own. */
  isDesktop: boolean;
  /** The views that the page has; the steps, and the selected one, are always among them. */
  views: readonly TaskViewName[];
};

/**
 * Which view is open: what the URL names; else the selected step; else, where the timeline has a place of
 * its own, the live view of a run that was going on and the output of one that was over, or the newest step.
 */
export function openView(input: OpenViewInput): TaskViewName {
  const { step, view, firstStatus, isDesktop, views } = input;
  if (view !== null && views.includes(view) && !(isDesktop && view === "steps")) return view;
  if (step !== null) return "step";
  if (!isDesktop) return "steps";
  const wanted = isFinal(firstStatus) ? "output" : "live";
  return views.includes(wanted) ? wanted : "step";
}
