import "server-only";
import type { TaskListItem } from "@/lib/contract/task-list";

/** Tasks by the time of their creation, else of their start, the newest first. */
export function newestFirst(items: readonly TaskListItem[]): TaskListItem[] {
  return [...items].sort((a, b) => timeOf(b) - timeOf(a));
}

function timeOf({ createdAt, startedAt }: TaskListItem): number {
  const at = createdAt ?? startedAt;
  return at === null ? 0 : Date.parse(at);
}
