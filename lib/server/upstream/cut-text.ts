import "server-only";
import { beginningOf } from "@/lib/domain/text/truncate";

/** A text of at most so many bytes, and its full size in bytes when something was cut. */
export type CutText = { text: string; cutFrom: number | null };

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Cuts a text to at most `mostBytes` of UTF-8, between two signs. What is cut away is not held. */
export function cutText(text: string, mostBytes: number): CutText {
  // A UTF-16 unit takes three bytes of UTF-8 at most, so most texts need no count.
  if (text.length * 3 <= mostBytes) return { text, cutFrom: null };
  const size = Buffer.byteLength(text);
  if (size <= mostBytes) return { text, cutFrom: null };
  const bytes = new Uint8Array(mostBytes);
  const { read } = new TextEncoder().encodeInto(text, bytes);
  // A slice of the text would keep all of it in memory; this is a copy.
  const kept = Buffer.byteLength(beginningOf(text, read));
  return { text: decoder.decode(bytes.subarray(0, kept)), cutFrom: size };
}

/** About how many characters a JSON value has as text, without making that text. */
export function jsonSize(value: unknown): number {
  if (typeof value === "string") return value.length + 2;
  if (typeof value !== "object" || value === null) return 6;
  let size = 2;
  for (const [key, part] of Object.entries(value)) size += key.length + 4 + jsonSize(part);
  return size;
}
