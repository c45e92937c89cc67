import { foundIds, type FoundId } from "./find-ids";
import { decodeTaskId } from "./task-id";

const LONGEST_PASTE = 1_000_000;

/** What a pasted text contains. */
export type FoundTaskId =
  { id: string; step: number | null } | { id: null; reason: "empty" | "no-id" | "too-long" };

/**
 * Finds the task id in whatever was pasted: a bare id, one in braces or without dashes, a link, a log line, an API
 * answer, or one that a mail or a word processor has changed. Where several ids stand, the one that is said to be the
 * task's wins, then one of which nothing is said. A link of ours to a step keeps its step.
 */
export function findTaskId(pasted: string): FoundTaskId {
  if (pasted.length > LONGEST_PASTE) return { id: null, reason: "too-long" };
  if (pasted.trim() === "") return { id: null, reason: "empty" };
  const [best] = foundIds(pasted).sort(byClaim);
  return best === undefined ? { id: null, reason: "no-id" } : { id: best.id, step: best.step };
}

/**
 * Finds every task id in a pasted text, each once and in order: all that are said to be a task's, or where none is, all
 * of which nothing else is said.
 */
export function findTaskIds(pasted: string): readonly string[] {
  if (pasted.length > LONGEST_PASTE) return [];
  const found = foundIds(pasted);
  const best = Math.min(...found.map(({ claim }) => claim));
  return [...new Set(found.filter(({ claim }) => claim === best).map(({ id }) => id))];
}

function byClaim(a: FoundId, b: FoundId): number {
  return a.claim - b.claim || a.at - b.at;
}

/**
 * The id that plainly stands in a path segment which is none itself, as in a link with a full stop or a bracket behind
 * it; `null` without one, or with several.
 */
export function taskIdWithin(segment: string): string | null {
  if (segment.length > 400 || decodeTaskId(segment) !== null) return null;
  const ids = new Set(foundIds(segment).map(({ id }) => id));
  const [only] = ids;
  return ids.size === 1 && only !== undefined ? only : null;
}
