import { findTaskId, taskIdWithin } from "@/lib/domain/find-task-id";
import { pageRoutes } from "./routes";

/**
 * The address of the task whose id plainly stands in the segment of a link that something got into, such as the full
 * stop behind it; `null` where there is none. Query and step are kept.
 */
export function repairedTaskPath(
  segment: string,
  query: Readonly<Record<string, string | string[] | undefined>>,
): string | null {
  const id = taskIdWithin(segment);
  if (id === null) return null;
  const kept = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value]] : [],
    ),
  );
  const found = findTaskId(segment);
  const step = found.id === null ? null : found.step;
  if (step !== null && !kept.has("step")) kept.set("step", String(step));
  const search = kept.toString();
  return `${pageRoutes.task(id)}${search === "" ? "" : `?${search}`}`;
}
