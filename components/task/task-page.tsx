"use client";

import { useState } from "react";
import { deferHydration } from "@/components/ui/defer-hydration";
import { fetchTask } from "@/lib/client/api/fetch-task";
import { useTask, type InitialTask } from "@/lib/client/task/use-task";
import { useIsNotifying } from "@/lib/client/browser/use-is-notifying";
import { useTaskSignals } from "@/lib/client/task/use-task-signals";
import type { ControlStanding } from "@/lib/contract/task-control";
import type { Suspect } from "@/lib/domain/suspects/find-suspects";
import { isFinal } from "@/lib/domain/task/task-status";
import { TaskHeader } from "./task-header";
import { TaskStage } from "./task-stage";

const TaskWithoutData = deferHydration(() => import("./task-without-data"));
// The rules and their words come only where a task is over or stuck.
const TaskSuspects = deferHydration(() => import("./task-suspects"));
const TaskLinks = deferHydration(() => import("./task-links"));
const NotificationSwitch = deferHydration(() => import("@/components/status/notification-switch"));
const TaskSideEffects = deferHydration(() => import("./task-side-effects"));

type TaskPageProps = {
  taskId: string;
  initial: InitialTask;
  /** When the server rendered the page, epoch milliseconds. */
  renderedAt: number;
  /** What may be done to the task, and what was, as the server rendered it. */
  control: ControlStanding;
  /** From which cost on its operator wants to be warned, in USD; `null` for none. */
  costWarnUsd: string | null;
};

/** The page of one task: the only component that fetches; everything below takes props. */
export function TaskPage(props: TaskPageProps) {
  const { taskId, initial, renderedAt, control, costWarnUsd } = props;
  const isNotifying = useIsNotifying(taskId);
  const view = useTask(taskId, initial, isNotifying, fetchTask);
  const { snapshot, problem, isFetching, retry } = view;
  const signals = useTaskSignals(view, renderedAt, isNotifying);
  const task = snapshot?.task ?? null;
  const isOver = task !== null && isFinal(task.status);
  // Decided once: what is found out about a run that ends under the reader's eyes does not push it away.
  const [wasOver] = useState(isOver);
  const [notes, setNotes] = useState(control.notes);
  const [suspects, setSuspects] = useState<readonly Suspect[]>([]);

  if (snapshot === null || signals === null) {
    return <TaskWithoutData problem={problem} isFetching={isFetching} onRetry={retry} />;
  }
  const { freshness, pace, isStuck, weighedAt } = signals;
  // Of a task that is over they do not depend on the time, and are not looked for again.
  const guesses = {
    content: snapshot,
    pace,
    at: isOver ? renderedAt : weighedAt,
    onFind: setSuspects,
  };
  return (
    <main id="main" className="flex h-[calc(100dvh-3rem)] min-h-[40rem] flex-col">
      <TaskHeader {...{ snapshot, freshness, renderedAt, costWarnUsd }}>
        {!wasOver && (isOver || isStuck) && <TaskSuspects {...guesses} as="menu" />}
        {!isOver && <NotificationSwitch taskId={taskId} />}
        <TaskLinks snapshot={snapshot} control={control} />
      </TaskHeader>
      <TaskSideEffects
        task={snapshot.task}
        signals={signals}
        choiceId={taskId}
        isNotifying={isNotifying}
        isFetching={isFetching}
        renderedAt={renderedAt}
        control={control}
        onNotes={setNotes}
        onRetry={retry}
      />
      {wasOver && <TaskSuspects {...guesses} as="bar" />}
      <TaskStage snapshot={snapshot} suspects={suspects} notes={notes} />
    </main>
  );
}
