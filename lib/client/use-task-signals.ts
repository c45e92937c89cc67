"use client";

import type { LivenessInput } from "@/lib/domain/liveness";
import { runState } from "@/lib/domain/run-state";
import type { StepPace } from "@/lib/domain/step-pace";
import { findStuckness } from "@/lib/domain/stuckness";
import { isFinal } from "@/lib/domain/task-status";
import { useNow } from "./clock";
import { taskTrouble } from "./task-trouble";
import { useNotices } from "./use-notices";
import { useStepPace } from "./use-step-pace";
import { useTabState } from "./use-tab-state";
import type { TaskView } from "./use-task";
import { useIsHidden } from "./use-visibility";

/** What a page tells about its task beside showing it. */
export type TaskSignals = {
  liveness: LivenessInput;
  pace: StepPace;
  isStuck: boolean;
  /** When that was weighed, epoch milliseconds. */
  weighedAt: number;
};

/** Whether a task is stuck is weighed this often; the line that counts the seconds ticks by itself. */
const WEIGH_MS = 5000;

/**
 * Watches what a page shows: how alive it is and whether the task gets on, and carries the state of the task to the
 * browser tab and, when `isNotifying`, to the reader's desk. `null` without data.
 */
export function useTaskSignals(
  view: TaskView,
  renderedAt: number,
  isNotifying: boolean,
): TaskSignals | null {
  const { snapshot, problem, isCatchingUp } = view;
  const now = useNow(renderedAt, WEIGH_MS);
  const pace = useStepPace(snapshot);
  const isHidden = useIsHidden();
  const isKnown = snapshot !== null && pace !== null;
  const isStuck = isKnown && findStuckness(snapshot, pace, now) !== null;
  const task = snapshot?.task ?? null;
  const state = task === null ? null : runState(task, isStuck);
  const trouble = snapshot === null ? null : taskTrouble(problem, snapshot.stale);
  const isUpdating = trouble === null && (!isHidden || isNotifying);
  const isOver = task !== null && isFinal(task.status);
  useTabState(state === null || isOver || isUpdating ? state : "not-updating", task);
  useNotices(task, state, isNotifying);
  if (!isKnown) return null;
  const fetchedAt = Date.parse(snapshot.fetchedAt);
  return {
    liveness: { content: snapshot, pace, fetchedAt, trouble, isCatchingUp },
    pace,
    isStuck,
    weighedAt: now,
  };
}
