"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { NoticeSwitch } from "@/components/status/notice-switch";
import { rememberTask } from "@/lib/client/recents";
import { useTask, type InitialTask } from "@/lib/client/use-task";
import { useNoticeSwitch } from "@/lib/client/use-notices";
import { useTaskSignals } from "@/lib/client/use-task-signals";
import type { Suspect } from "@/lib/domain/find-suspects";
import { isFinal } from "@/lib/domain/task-status";
import { NextTry } from "./next-try";
import { LateProblemPage } from "./late-problem-page";
import { TaskAnnouncer } from "./task-announcer";
import { TaskBanner } from "./task-banner";
import { TaskHeader } from "./task-header";
import { TaskSkeleton } from "./task-skeleton";
import { TaskStage } from "./task-stage";

// The rules and their words come only where a task is over or stuck.
const TaskSuspects = dynamic(() =>
  import("./task-suspects").then(({ TaskSuspects: component }) => component),
);

type TaskPageProps = {
  taskId: string;
  initial: InitialTask;
  /** When the server rendered the page, epoch milliseconds. */
  renderedAt: number;
};

/** The page of one task: the only component that fetches; everything below takes props. */
export function TaskPage({ taskId, initial, renderedAt }: TaskPageProps) {
  const notices = useNoticeSwitch(taskId);
  const isNotifying = notices.state === "on";
  const view = useTask(taskId, initial, isNotifying);
  const { snapshot, problem, isFetching, retry } = view;
  const signals = useTaskSignals(view, renderedAt, isNotifying);
  const task = snapshot?.task ?? null;
  const isOver = task !== null && isFinal(task.status);
  // Decided once: what is found out about a run that ends under the reader's eyes does not push it away.
  const [wasOver] = useState(isOver);
  const [suspects, setSuspects] = useState<readonly Suspect[]>([]);

  const { prompt, status, stepCount } = task ?? { prompt: "", status: null, stepCount: 0 };
  useEffect(() => {
    if (status !== null) rememberTask({ id: taskId, prompt, status, stepCount }, Date.now());
  }, [taskId, prompt, status, stepCount]);

  if (snapshot === null || signals === null) {
    if (problem === null) return <TaskSkeleton />;
    const { code, retryAt } = problem;
    return (
      <LateProblemPage code={code} isFetching={isFetching} onRetry={retry}>
        {retryAt !== null && <NextTry retryAt={retryAt} />}
      </LateProblemPage>
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
        {!wasOver && (isOver || isStuck) && <TaskSuspects {...guesses} as="menu" />}
        {!isOver && <NoticeSwitch state={notices.state} onToggle={notices.toggle} />}
      </TaskHeader>
      <TaskBanner
        trouble={liveness.trouble}
        fetchedAt={liveness.fetchedAt}
        isFetching={isFetching}
        renderedAt={renderedAt}
        onRetry={retry}
      />
      {wasOver && <TaskSuspects {...guesses} as="bar" />}
      <TaskStage snapshot={snapshot} suspects={suspects} />
      <TaskAnnouncer status={snapshot.task.status} stepCount={snapshot.task.stepCount} />
    </main>
  );
}
