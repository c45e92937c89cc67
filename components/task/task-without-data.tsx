"use client";

import type { PollProblem } from "@/lib/client/task/use-task";
import { NextTry } from "./next-try";
import ProblemPage from "./problem-page";
import { TaskSkeleton } from "./task-skeleton";

type TaskWithoutDataProps = {
  problem: PollProblem | null;
  isFetching: boolean;
  onRetry: () => void;
};

/** The page of a task that nothing is known of so far. Both in one script: a page that waits may go offline. */
export default function TaskWithoutData({ problem, isFetching, onRetry }: TaskWithoutDataProps) {
  if (problem === null) return <TaskSkeleton />;
  const { code, retryAt } = problem;
  return (
    <ProblemPage code={code} isFetching={isFetching} onRetry={onRetry}>
      {retryAt !== null && <NextTry retryAt={retryAt} />}
    </ProblemPage>
  );
}
