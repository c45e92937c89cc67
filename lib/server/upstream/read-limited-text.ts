import "server-only";
import { isUtf8 } from "node:buffer";
import type { Readable } from "node:stream";

/** A body as text, or why it is none. */
type LimitedText = { ok: true; text: string } | { ok: false; reason: "too-large" | "not-utf8" };

const BYTE_ORDER_MARK = Buffer.from("\ufeff");

/** Reads a body as UTF-8 text without its byte order mark, counting bytes as they come out of the decompression. Throws its errors. */
export async function readLimitedText(body: Readable, limitBytes: number): Promise<LimitedText> {
  const bytes = await readLimitedBytes(body, limitBytes);
  if (bytes === null) return { ok: false, reason: "too-large" };
  // All at once: that takes a third of the time that a decoder takes for the chunks and for putting them together.
  if (!isUtf8(bytes)) return { ok: false, reason: "not-utf8" };
  const isMarked = bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
  return { ok: true, text: bytes.toString("utf8", isMarked ? BYTE_ORDER_MARK.length : 0) };
}

/** The bytes of a body; `null` for one that is larger, of which no more is read. */
function readLimitedBytes(body: Readable, limitBytes: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    // By events: to iterate over a stream costs a turn of the loop for each chunk.
    body.on("data", (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > limitBytes) {
        resolve(null);
        body.destroy();
      } else chunks.push(chunk);
    });
    body.once("end", () => {
      resolve(Buffer.concat(chunks, size));
    });
    body.once("error", reject);
    body.once("close", () => {
      reject(new Error("The body ended early", { cause: body.errored }));
    });
  });
}
