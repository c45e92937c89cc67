"use client";

import { lazy, Suspense, useState } from "react";
import { lazyOr, Nothing } from "@/components/ui/lazy-or";
import { useTask, type InitialTask } from "@/lib/client/use-task";
import { useIsNotifying } from "@/lib/client/use-is-notifying";
import { useTaskSignals } from "@/lib/client/use-task-signals";
import type { Suspect } from "@/lib/domain/find-suspects";
import { isFinal } from "@/lib/domain/task-status";
import { TaskHeader } from "./task-header";
import { TaskStage } from "./task-stage";

const TaskWithoutData = lazy(() => import("./task-without-data"));
// The rules and their words come only where a task is over or stuck.
const TaskSuspects = lazyOr(() => import("./task-suspects"), Nothing);
const NoticeSwitch = lazyOr(() => import("@/components/status/notice-switch"), Nothing);
const TaskCompanion = lazyOr(() => import("./task-companion"), Nothing);

type TaskPageProps = {
  taskId: string;
  initial: InitialTask;
  /** When the server rendered the page, epoch milliseconds. */
  renderedAt: number;
};

/** The page of one task: the only component that fetches; everything below takes props. */
export function TaskPage({ taskId, initial, renderedAt }: TaskPageProps) {
  const isNotifying = useIsNotifying(taskId);
  const view = useTask(taskId, initial, isNotifying);
  const { snapshot, problem, isFetching, retry } = view;
  const signals = useTaskSignals(view, renderedAt, isNotifying);
  const task = snapshot?.task ?? null;
  const isOver = task !== null && isFinal(task.status);
  // Decided once: what is found out about a run that ends under the reader's eyes does not push it away.
  const [wasOver] = useState(isOver);
  const [suspects, setSuspects] = useState<readonly Suspect[]>([]);

  if (snapshot === null || signals === null) {
    return (
      <Suspense fallback={<main id="main" aria-busy="true" className="grow" />}>
        <TaskWithoutData problem={problem} isFetching={isFetching} onRetry={retry} />
      </Suspense>
    );
  }
  const { liveness, pace, isStuck, weighedAt } = signals;
  // Of a task that is over they do not depend on the time, and are not looked for again.
  const guesses = {
    content: snapshot,
    pace,
    at: isOver ? renderedAt : weighedAt,
    onFind: setSuspects,
  };
  return (
    <main id="main" className="flex h-[calc(100dvh-3rem)] min-h-[40rem] flex-col">
      <TaskHeader snapshot={snapshot} liveness={liveness} renderedAt={renderedAt}>
        <Suspense>
          {!wasOver && (isOver || isStuck) && <TaskSuspects {...guesses} as="menu" />}
        </Suspense>
        <Suspense fallback={<span className="h-8 w-8 sm:w-26" />}>
          {!isOver && <NoticeSwitch taskId={taskId} />}
        </Suspense>
      </TaskHeader>
      <Suspense>
        <TaskCompanion
          task={snapshot.task}
          signals={signals}
          isNotifying={isNotifying}
          isFetching={isFetching}
          renderedAt={renderedAt}
          onRetry={retry}
        />
      </Suspense>
      <Suspense>{wasOver && <TaskSuspects {...guesses} as="bar" />}</Suspense>
      <TaskStage snapshot={snapshot} suspects={suspects} />
    </main>
  );
}
