import "server-only";
import type { IncomingMessage } from "node:http";

/** Reads a whole message of at most `limitBytes`; `null` when it is larger or was cut off. */
export async function readBytes(
  message: IncomingMessage,
  limitBytes: number,
): Promise<Uint8Array | null> {
  if (Number(message.headers["content-length"] ?? 0) > limitBytes) {
    message.destroy();
    return null;
  }
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const chunks: AsyncIterable<Uint8Array> = message;
  try {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength;
      if (bytes > limitBytes) return null;
      parts.push(chunk);
    }
  } catch {
    return null;
  }
  return Buffer.concat(parts);
}
