import type { Task } from "./task";

/** When a task was made, else when it began, epoch milliseconds; 0 where nobody said. Lists go by it. */
export function madeAt({ createdAt, startedAt }: Pick<Task, "createdAt" | "startedAt">): number {
  const at = createdAt ?? startedAt;
  return at === null ? 0 : Date.parse(at);
}
