import "server-only";
import { isUtf8 } from "node:buffer";

/** A body as text, or why it is none. */
type LimitedText = { ok: true; text: string } | { ok: false; reason: "too-large" | "not-utf8" };

const BYTE_ORDER_MARK = Buffer.from("\ufeff");

/** Reads a body as UTF-8 text without its byte order mark, counting bytes as they come out of the decompression. */
export async function readLimitedText(
  response: Response,
  limitBytes: number,
): Promise<LimitedText> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const chunk = (await reader?.read())?.value;
    if (chunk === undefined) break;
    size += chunk.byteLength;
    if (size > limitBytes) {
      await reader?.cancel().catch(() => undefined);
      return { ok: false, reason: "too-large" };
    }
    chunks.push(chunk);
  }
  // All at once: that takes a third of the time that a decoder takes for the chunks and for putting them together.
  const bytes = Buffer.concat(chunks, size);
  if (!isUtf8(bytes)) return { ok: false, reason: "not-utf8" };
  const isMarked = bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
  return { ok: true, text: bytes.toString("utf8", isMarked ? BYTE_ORDER_MARK.length : 0) };
}
