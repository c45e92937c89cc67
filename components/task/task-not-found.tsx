"use client";

import { useParams, useRouter } from "next/navigation";
import { useTransition } from "react";
import ProblemPage from "./problem-page";
import { decodeTaskId } from "@/lib/domain/task/task-id";

/** The page of a task that does not exist, or of what is no id at all. */
export default function TaskNotFound() {
  const { taskId } = useParams<{ taskId: string }>();
  const router = useRouter();
  const [isFetching, startTransition] = useTransition();
  if (decodeTaskId(taskId) === null) return <ProblemPage code="bad-task-id" />;
  const retry = () => {
    startTransition(() => {
      router.refresh();
    });
  };
  return <ProblemPage code="task-not-found" isFetching={isFetching} onRetry={retry} />;
}
