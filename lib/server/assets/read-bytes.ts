import "server-only";
import type { IncomingMessage } from "node:http";

/** The bytes of a message, or why there are none. */
type ReadBytes = { ok: true; bytes: Uint8Array } | { ok: false; reason: "too-large" | "cut-off" };

/** Reads a whole message of at most `limitBytes`, whatever length it claims. */
export async function readBytes(message: IncomingMessage, limitBytes: number): Promise<ReadBytes> {
  if (Number(message.headers["content-length"] ?? 0) > limitBytes) {
    message.destroy();
    return { ok: false, reason: "too-large" };
  }
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const chunks: AsyncIterable<Uint8Array> = message;
  try {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength;
      if (bytes > limitBytes) return { ok: false, reason: "too-large" };
      parts.push(chunk);
    }
  } catch {
    return { ok: false, reason: "cut-off" };
  }
  return { ok: true, bytes: Buffer.concat(parts) };
}
