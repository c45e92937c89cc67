import type { ControlNote } from "./control-note";

/**
 * The notes that stand between two rows of a timeline, by the numbers of their steps: `null` for the beginning and for
 * the end. It stands apart from the words: a page loads it at once, and of most runs there is no note.
 */
export function notesBetween<Note extends Pick<ControlNote, "afterStep">>(
  notes: readonly Note[],
  previous: number | null,
  next: number | null,
): readonly Note[] {
  return notes.filter(({ afterStep }) => {
    const at = afterStep ?? -Infinity;
    return (previous === null || at >= previous) && (next === null || at < next);
  });
}
