import { compareNeeds, type RankedNeed } from "@/lib/domain/needs/need";

/** A task of a board, what it needs, and whether somebody has seen that. */
export type Needing = RankedNeed & { id: string };

/**
 * The ids of a board's tasks, those first that need somebody most. What needs nobody, or as much as another, stays in
 * the order in which it was added, as nothing may move without a cause.
 */
export function orderByNeed(tasks: readonly Needing[]): string[] {
  return [...tasks].sort(compareNeeds).map(({ id }) => id);
}

/**
 * The order to be shown after `shown`: the wanted one, or, while somebody is about to press something, the shown one with
 * what is gone left out and what is new at its end.
 */
export function nextOrder(
  shown: readonly string[],
  wanted: readonly string[],
  isHeld: boolean,
): readonly string[] {
  if (!isHeld) return isSame(shown, wanted) ? shown : wanted;
  const kept = shown.filter((id) => wanted.includes(id));
  const held = [...kept, ...wanted.filter((id) => !kept.includes(id))];
  return isSame(shown, held) ? shown : held;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
