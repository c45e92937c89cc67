"use client";

import { useParams, useRouter } from "next/navigation";
import { useTransition } from "react";
import { LateProblemPage } from "@/components/task/late-problem-page";
import { decodeTaskId } from "@/lib/domain/task-id";

export default function TaskNotFound() {
  const { taskId } = useParams<{ taskId: string }>();
  const router = useRouter();
  const [isFetching, startTransition] = useTransition();
  if (decodeTaskId(taskId) === null) return <LateProblemPage code="bad-task-id" />;
  const retry = () => {
    startTransition(() => {
      router.refresh();
    });
  };
  return <LateProblemPage code="task-not-found" isFetching={isFetching} onRetry={retry} />;
}
