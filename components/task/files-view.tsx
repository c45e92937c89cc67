"use client";

import FilesPanel from "@/components/outputs/files-panel";
import { SessionPanel } from "@/components/outputs/session-panel";
import { useTaskSession } from "@/lib/client/task/use-task-session";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import type { Task } from "@/lib/domain/task/task";

/** The files of a task, and below them, for an operator, what its session left. */
export default function FilesView({ task }: { task: Task }) {
  const { own } = useTaskRoutes(task.id);
  return <FilesPanel task={task}>{own !== null && <SessionOfTask task={task} />}</FilesPanel>;
}

function SessionOfTask({ task }: { task: Task }) {
  return <SessionPanel task={task} {...useTaskSession(task)} />;
}
