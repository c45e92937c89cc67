"use client";

import { useEffect, useState } from "react";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { runState, type RunState } from "@/lib/domain/task/run-state";
import type { StepPace } from "@/lib/domain/freshness/step-pace";
import type { findStall } from "@/lib/domain/freshness/stall";
import { isFinal } from "@/lib/domain/task/task-status";
import type { TabState } from "@/lib/domain/freshness/task-title";
import { useNow } from "@/lib/client/api/clock";
import { useStepPace } from "./use-step-pace";
import type { PollProblem, TaskView } from "./use-task";
import { useIsHidden } from "@/lib/client/browser/use-visibility";

/** How fresh what a page shows is, and what it is measured against. */
export type PageFreshness = {
  snapshot: TaskSnapshot;
  pace: StepPace;
  /** When the upstream last confirmed the snapshot, epoch milliseconds. */
  fetchedAt: number;
  problem: PollProblem | null;
  /** The page was hidden and has no answer yet since it is seen again. */
  isCatchingUp: boolean;
};

/** What a page tells about its task beside showing it. */
export type TaskSignals = {
  freshness: PageFreshness;
  pace: StepPace;
  isStuck: boolean;
  /** When that was weighed, epoch milliseconds. */
  weighedAt: number;
  /** The task in one state, and what the browser tab is to show of it. */
  run: RunState;
  tab: TabState;
};

/** Whether a task is stuck is weighed this often; the line that counts the seconds ticks by itself. */
const WEIGH_MS = 5000;

/**
 * Watches what a page shows: how alive it is and whether the task gets on. `null` without data.
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
  const find = useStall();
  if (snapshot === null || pace === null) return null;
  const { task, stale } = snapshot;
  const isStuck = find !== null && find(snapshot, pace, now) !== null;
  const run = runState(task, isStuck);
  const isUpdating = problem === null && stale === null && (!isHidden || isNotifying);
  const fetchedAt = Date.parse(snapshot.fetchedAt);
  return {
    freshness: { snapshot, pace, fetchedAt, problem, isCatchingUp },
    pace,
    isStuck,
    weighedAt: now,
    run,
    tab: isFinal(task.status) || isUpdating ? run : "not-updating",
  };
}

/** The rules for what is stuck, in a script that comes after the page's first: `null` until then. */
function useStall(): typeof findStall | null {
  const [find, setFind] = useState<typeof findStall | null>(null);
  useEffect(() => {
    import("@/lib/domain/freshness/stall").then(
      ({ findStall: loaded }) => {
        setFind(() => loaded);
      },
      // Without its script nothing is called stuck.
      () => undefined,
    );
  }, []);
  return find;
}
