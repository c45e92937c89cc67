import "server-only";
import type { TaskListItem } from "@/lib/contract/task-list";
import { isFinal } from "@/lib/domain/task/task-status";
import type { Told } from "./notice-policy";

/** After its end was told a task is followed so long, in milliseconds: a verdict may come late, a browser stay up. */
const TAIL_MS = 600_000;
/** The most tasks that are read in one round because nobody looks at them. */
const MOST_READS = 20;
/** What the list tells is believed this late, in milliseconds: clocks differ, and lists lag. */
const LIST_LAG_MS = 300_000;
/** Ends that came while nobody ran are told when they are not older than this, in milliseconds. */
const LONGEST_GAP_MS = 3_600_000;

type ListedTask = Pick<TaskListItem, "id" | "status" | "createdAt" | "startedAt" | "finishedAt">;

/** Whether nothing more is to be told about a task. */
export function isOver({ endedAt, changes }: Told, now: number): boolean {
  return endedAt !== null && changes === 0 && now - endedAt >= TAIL_MS;
}

/**
 * The tasks to read in a round, of which there is one every `everyMs`: those that nobody had read in the second half of
 * that time, what waits the longest first. `lastAt` is epoch milliseconds, 0 for an answer that is known to be old.
 */
export function tasksToRead(
  tasks: readonly { taskId: string; lastAt: number }[],
  now: number,
  everyMs: number,
): string[] {
  return tasks
    .filter(({ lastAt }) => now - lastAt >= everyMs / 2)
    .sort((a, b) => a.lastAt - b.lastAt)
    .slice(0, MOST_READS)
    .map(({ taskId }) => taskId);
}

/**
 * The tasks of a list to follow from now on: those that go on, and those that ended after `since`, epoch milliseconds.
 */
export function tasksToFollow(items: readonly ListedTask[], since: number): readonly ListedTask[] {
  return items.filter(({ status, createdAt, startedAt, finishedAt }) => {
    const endedAt = Date.parse(finishedAt ?? startedAt ?? createdAt ?? "");
    return !isFinal(status) || endedAt > since;
  });
}

/** From when on ends in the list are news, epoch milliseconds: `readAt` is when it was last read, `null` for never. */
export function listSince(readAt: number | null, now: number): number {
  return readAt === null ? now : Math.max(readAt - LIST_LAG_MS, now - LONGEST_GAP_MS);
}
