import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { SessionTasks } from "@/components/task/session-tasks";
import { TaskPage } from "@/components/task/task-page";
import { repairedTaskPath, taskPathWith } from "@/lib/contract/repaired-path";
import { pageRoutes } from "@/lib/contract/routes";
import { taskIdWithin } from "@/lib/domain/task/find-task-id";
import { decodeTaskId } from "@/lib/domain/task/task-id";
import { getApp } from "@/lib/server/app/get-app";
import { isOperator, requireOperator, type PageQuery } from "@/lib/server/app/require-operator";

type TaskRoute = { params: Promise<{ taskId: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata({ params }: TaskRoute): Promise<Metadata> {
  if (!(await isOperator())) return {};
  const taskId = decodeTaskId((await params).taskId);
  return { title: taskId === null ? "Not a task ID" : `Task ${taskId.slice(0, 8)}` };
}

export default async function Page({ params, searchParams }: TaskRoute) {
  const { taskId: segment } = await params;
  const query = await searchParams;
  const taskId = decodeTaskId(segment);
  await requireOperator(pageRoutes.task(taskId ?? taskIdWithin(segment) ?? ""), query);
  const repaired = repairedTaskPath(segment, query);
  if (repaired !== null) redirect(repaired);
  if (taskId === null) notFound();
  const app = getApp();
  const { initial, renderedAt } = await app.readFirstSnapshot(taskId);
  if (!initial.ok && initial.code === "task-not-found") {
    const tasks = await app.readSessionTasks(taskId);
    const [only] = tasks;
    if (only === undefined) notFound();
    if (tasks.length === 1) redirect(taskPathWith(only.id, query));
    return <SessionTasks sessionId={taskId} tasks={tasks} />;
  }
  const { ALLOW_CONTROL: isAllowed, COST_WARN_USD: costWarnUsd } = app.env;
  // Whoever waits for the task itself does not wait for this, too.
  const control = initial.ok
    ? await app.readControl(taskId)
    : { isAllowed, canPause: false, notes: [] };
  const shown = { taskId, initial, renderedAt, control, costWarnUsd };
  return <TaskPage key={taskId} {...shown} />;
}
