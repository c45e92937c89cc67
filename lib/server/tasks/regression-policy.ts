import "server-only";
import { isFinal } from "@/lib/domain/task/task-status";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import { goneSteps, isSameRun } from "./vanished-steps";

/** Answers in a row that have to say the same before an earlier state is believed. */
const CONFIRMED_BY = 2;

type Content = Pick<UpstreamTask, "task" | "steps">;

/** Whether a new answer replaces what is shown, and why. */
export type AcceptDecision =
  | { take: true; reason: "forward" | "confirmed" }
  | { take: false; reason: "was-final" | "steps-vanished" };

/**
 * Decides whether an answer that looks older than what is shown is shown: an end that is taken back, or
 * steps that are no longer reported while the same run goes on, only with the second such answer in a row.
 * `suspectedRegressions` counts the answers in a row that were not shown.
 */
export function decideAccept(
  shown: Content | null,
  suspectedRegressions: number,
  next: Content,
): AcceptDecision {
  const regression = shown === null ? null : regressionOf(shown, next);
  if (regression === null) return { take: true, reason: "forward" };
  if (suspectedRegressions + 1 >= CONFIRMED_BY) return { take: true, reason: "confirmed" };
  return { take: false, reason: regression };
}

function regressionOf(shown: Content, next: Content): "was-final" | "steps-vanished" | null {
  if (isFinal(next.task.status)) return null;
  if (isFinal(shown.task.status)) return "was-final";
  if (!isSameRun(shown, next)) return null;
  // Steps that are marked as gone were suspected when they went.
  const isAllThere = goneSteps(shown.steps, next.steps).every((step) => !step.isReported);
  return isAllThere ? null : "steps-vanished";
}
