import type { SeenMark } from "@/lib/contract/seen-needs";
import { isSeenNeed, type Need, type RankedNeed } from "@/lib/domain/needs/need";

/** The tasks with their needs, and whether somebody of the team has seen each. */
export function withSeen<T extends { id: string; need: Need | null }>(
  tasks: readonly T[],
  marks: readonly SeenMark[],
): readonly (T & RankedNeed)[] {
  const keys = new Map<string, string[]>();
  for (const { taskId, key } of marks) keys.set(taskId, [...(keys.get(taskId) ?? []), key]);
  return tasks.map((task) => ({
    ...task,
    isSeen: task.need !== null && isSeenNeed(task.need, keys.get(task.id) ?? []),
  }));
}

/** How many wait for somebody now, or cost and bring nothing, and were not seen yet. */
export function waitingCount(needs: readonly RankedNeed[]): number {
  return needs.filter(({ need, isSeen }) => need !== null && need.severity !== "look" && !isSeen)
    .length;
}
