import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TaskPage } from "@/components/task/task-page";
import { decodeTaskId } from "@/lib/domain/task-id";
import { readFirstSnapshot } from "@/lib/server/tasks/read-first-snapshot";

type TaskRoute = { params: Promise<{ taskId: string }> };

export async function generateMetadata({ params }: TaskRoute): Promise<Metadata> {
  const taskId = decodeTaskId((await params).taskId);
  return { title: taskId === null ? "Not a task ID" : `Task ${taskId.slice(0, 8)}` };
}

export default async function Page({ params }: TaskRoute) {
  const taskId = decodeTaskId((await params).taskId);
  if (taskId === null) notFound();
  const { initial, renderedAt } = await readFirstSnapshot(taskId);
  if (!initial.ok && initial.code === "task-not-found") notFound();
  return <TaskPage key={taskId} taskId={taskId} initial={initial} renderedAt={renderedAt} />;
}
