"use client";

import { useEffect } from "react";
import { rememberTask } from "@/lib/client/recents";
import { useTask, type InitialTask } from "@/lib/client/use-task";
import { taskTitle } from "@/lib/domain/task-title";
import { ProblemPage } from "./problem-page";
import { TaskAnnouncer } from "./task-announcer";
import { TaskBanner } from "./task-banner";
import { TaskHeader } from "./task-header";
import { TaskSkeleton } from "./task-skeleton";
import { TaskStage } from "./task-stage";

type TaskPageProps = {
  taskId: string;
  initial: InitialTask;
  /** When the server rendered the page, epoch milliseconds. */
  renderedAt: number;
};

/** The page of one task: the only component that fetches; everything below takes props. */
export function TaskPage({ taskId, initial, renderedAt }: TaskPageProps) {
  const { snapshot, problem, isFetching, retry } = useTask(taskId, initial);
  const task = snapshot?.task ?? null;
  const title = task === null ? null : taskTitle(task);

  useEffect(() => {
    if (title !== null) document.title = `${title} · Sightglass`;
  }, [title]);

  const { prompt, status, stepCount } = task ?? { prompt: "", status: null, stepCount: 0 };
  useEffect(() => {
    if (status !== null) rememberTask({ id: taskId, prompt, status, stepCount }, Date.now());
  }, [taskId, prompt, status, stepCount]);

  if (snapshot === null) {
    if (problem === null) return <TaskSkeleton />;
    return <ProblemPage code={problem.code} isFetching={isFetching} onRetry={retry} />;
  }
  return (
    <main id="main" className="flex h-[calc(100dvh-3rem)] min-h-[40rem] flex-col">
      <TaskHeader snapshot={snapshot} renderedAt={renderedAt} />
      <TaskBanner
        snapshot={snapshot}
        problem={problem}
        isFetching={isFetching}
        renderedAt={renderedAt}
        onRetry={retry}
      />
      <TaskStage snapshot={snapshot} />
      <TaskAnnouncer status={snapshot.task.status} stepCount={snapshot.task.stepCount} />
    </main>
  );
}
