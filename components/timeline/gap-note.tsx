/** Words between two rows of the timeline; nothing where there is nothing to say. */
export function GapNote({ words }: { words: string | null }) {
  if (words === null) return null;
  return (
    <p className="border-b border-dashed border-line px-4 py-1.5 text-center text-xs text-muted">
      {words}
    </p>
  );
}
