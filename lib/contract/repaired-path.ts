import { findTaskId, taskIdWithin } from "@/lib/domain/task/find-task-id";
import { pageRoutes } from "./routes";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The path of a task's page with the query that led to another: an open step or view stays open. */
export function taskPathWith(taskId: string, query: Query, step: number | null = null): string {
  const kept = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value]] : [],
    ),
  );
  if (step !== null && !kept.has("step")) kept.set("step", String(step));
  const search = kept.toString();
  return `${pageRoutes.task(taskId)}${search === "" ? "" : `?${search}`}`;
}

/**
 * The path of the task whose id plainly stands in the segment of a link that something got into, such as the full
 * stop behind it; `null` where there is none. Query and step are kept.
 */
export function repairedTaskPath(segment: string, query: Query): string | null {
  const id = taskIdWithin(segment);
  if (id === null) return null;
  const found = findTaskId(segment);
  return taskPathWith(id, query, found.id === null ? null : found.step);
}
