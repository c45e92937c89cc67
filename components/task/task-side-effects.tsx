"use client";

import { useEffect, useState } from "react";
import { deferHydration } from "@/components/ui/defer-hydration";
import { rememberTask } from "@/lib/client/storage/recents";
import { taskTrouble } from "@/lib/client/task/task-trouble";
import { useNotifications } from "@/lib/client/task/use-notifications";
import { useTabState } from "@/lib/client/task/use-tab-state";
import type { TaskSignals } from "@/lib/client/task/use-task-signals";
import type { ControlStanding } from "@/lib/contract/task-control";
import type { ControlNote } from "@/lib/domain/task/control-note";
import type { Task } from "@/lib/domain/task/task";
import { ControlWatcher } from "./control-watcher";
import { TaskAnnouncer } from "./task-announcer";
import { TaskBanner } from "./task-banner";

// The rules for it read texts in many languages, and a page that a link opened asks for none of them.
const TaskNeed = deferHydration(() => import("./task-need"));

/**
 * Brings what tells an operator that the run needs somebody.
 * @public `deferHydration` asks for it.
 */
export async function prepare({ isShared = false }: TaskSideEffectsProps): Promise<void> {
  if (!isShared) await TaskNeed.load();
}

type TaskSideEffectsProps = {
  task: Task;
  signals: TaskSignals;
  /** What the choice of notifications is kept under. */
  choiceId: string;
  isNotifying: boolean;
  isFetching: boolean;
  /** The task is not an operator's own: it does not come among the recent ones. */
  isShared?: boolean;
  /** What was done to the task as the server rendered it; absent where that is not told. */
  control?: ControlStanding;
  onNotes?: (notes: readonly ControlNote[]) => void;
  /** When the server rendered the page, epoch milliseconds. */
  renderedAt: number;
  onRetry: () => void;
};

/**
 * What a page tells about its task beside showing it: what is wrong with the connection, what is new to the ear, and
 * whether it needs somebody, its state to the browser tab, to the list of recent tasks and, when `isNotifying`, to the reader's desk. One script,
 * there soon after the page: a page without a connection could not load the words for it.
 */
export default function TaskSideEffects(props: TaskSideEffectsProps) {
  const { task, signals, isNotifying, isShared = false } = props;
  const { id, prompt, status, stepCount } = task;
  const { snapshot, problem, fetchedAt } = signals.freshness;
  const [isNeeded, setIsNeeded] = useState(false);
  useEffect(() => {
    if (!isShared) rememberTask({ id, prompt, status, stepCount }, Date.now());
  }, [id, prompt, status, stepCount, isShared]);
  useTabState(isNeeded && signals.tab !== "not-updating" ? "needed" : signals.tab, task);
  useNotifications(task, props.choiceId, signals.run, isNotifying);
  return (
    <>
      {!isShared && (
        <TaskNeed
          content={snapshot}
          pace={signals.pace}
          fetchedAt={fetchedAt}
          renderedAt={props.renderedAt}
          onNeeded={setIsNeeded}
        />
      )}
      <TaskBanner
        trouble={taskTrouble(problem, snapshot.stale)}
        fetchedAt={fetchedAt}
        isFetching={props.isFetching}
        renderedAt={props.renderedAt}
        onRetry={props.onRetry}
      />
      {props.control !== undefined && props.onNotes !== undefined && (
        <ControlWatcher
          task={task}
          rendered={props.control}
          isAsking={problem?.endsPolling !== true}
          onNotes={props.onNotes}
        />
      )}
      <TaskAnnouncer status={status} stepCount={stepCount} />
    </>
  );
}
