import "server-only";
import type { TaskListItem } from "@/lib/contract/task-list";
import { madeAt } from "@/lib/domain/task/made-at";

type Times = Pick<TaskListItem, "createdAt" | "startedAt">;

/** Tasks by the time of their creation, else of their start, the newest first. */
export function newestFirst(items: readonly TaskListItem[]): TaskListItem[] {
  return [...items].sort((a, b) => madeAt(b) - madeAt(a));
}

/** The earliest of those times, ISO 8601; `null` when no task tells one. */
export function oldestTime(items: readonly Times[]): string | null {
  const times = items.flatMap((item) => item.createdAt ?? item.startedAt ?? []);
  return times.reduce<string | null>((oldest, time) => earlier(oldest, time), null);
}

/** The later of two times; `null` is none. */
export function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return Date.parse(a) >= Date.parse(b) ? a : b;
}

function earlier(a: string | null, b: string): string {
  return a === null || Date.parse(b) < Date.parse(a) ? b : a;
}
