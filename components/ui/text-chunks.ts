import { graphemeStart } from "@/lib/domain/text/grapheme-edges";

const CHUNK = 4000;

/** A long text in pieces for the screen, split after a line where there is one, never inside a sign. */
export function textChunks(text: string): string[] {
  const chunks: string[] = [];
  for (let from = 0; from < text.length;) {
    const to = from + CHUNK >= text.length ? text.length : splitBefore(text, from, from + CHUNK);
    // The piece is a block of its own: its last line feed would draw an empty line.
    chunks.push(text.slice(from, to).replace(/\n$/, ""));
    from = to;
  }
  return chunks;
}

function splitBefore(text: string, from: number, end: number): number {
  // Looking in the piece only: a search in the whole text would run back to its start for each piece.
  const line = text.slice(from, end).lastIndexOf("\n");
  if (line > 0) return from + line + 1;
  const whole = graphemeStart(text, end);
  return whole > from ? whole : end;
}
