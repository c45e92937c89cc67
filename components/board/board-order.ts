import type { TileNeed } from "./tile-need";

/** A task of a board, and what it needs. */
export type Needing = { id: string; need: Pick<TileNeed, "severity" | "since"> | null };

const RANKS = { now: 0, soon: 1, look: 2 } as const;
const NONE = 3;

/**
 * The ids of a board's tasks, those first that need somebody most, and of those that need it alike the one that has
 * waited longest. The others stay in the order in which they were added, as nothing may move without a cause.
 */
export function orderByNeed(tasks: readonly Needing[]): string[] {
  return [...tasks].sort(compare).map(({ id }) => id);
}

function compare(a: Needing, b: Needing): number {
  const byRank = rankOf(a) - rankOf(b);
  return byRank === 0 ? sinceOf(a) - sinceOf(b) : byRank;
}

function rankOf({ need }: Needing): number {
  return need === null ? NONE : RANKS[need.severity];
}

/** A time that nobody told comes after those that are told. */
function sinceOf({ need }: Needing): number {
  const time = Date.parse(need?.since ?? "");
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
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
