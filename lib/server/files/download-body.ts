import "server-only";
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { contentDecoder } from "@/lib/server/upstream/content-decoder";

const LONGEST_MS = 900_000;

/**
 * The bytes of a download as a stream, for a quarter of an hour at most, and their number where it is known. Stored files
 * may be compressed; the file is what was stored in it. One that is cut off fails; it never looks whole.
 */
export function downloadBody(message: IncomingMessage): {
  body: ReadableStream<Uint8Array>;
  length: string | null;
} {
  const encoding = message.headers["content-encoding"]?.toLowerCase() ?? "identity";
  const length = message.headers["content-length"] ?? "";
  const decoded = decode(message, encoding);
  const isKnown = decoded === message && /^\d+$/.test(length);
  return { body: toBody(message, decoded), length: isKnown ? length : null };
}

function decode(message: IncomingMessage, encoding: string): Readable {
  const decoder = contentDecoder(encoding);
  if (decoder === null) return message;
  message.on("error", (error) => decoder.destroy(error));
  decoder.on("close", () => message.destroy());
  return message.pipe(decoder);
}

function toBody(message: IncomingMessage, source: Readable): ReadableStream<Uint8Array> {
  const deadline = setTimeout(
    () => source.destroy(new Error("The download took too long")),
    LONGEST_MS,
  );
  const chunks: AsyncIterator<Uint8Array> = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const chunk: IteratorResult<Uint8Array, unknown> = await chunks.next();
          if (chunk.done !== true) {
            controller.enqueue(chunk.value);
            return;
          }
          clearTimeout(deadline);
          // Closing is reserved for a message that came whole.
          if (message.complete) controller.close();
          else controller.error(new Error("The download was cut off"));
        } catch (error) {
          clearTimeout(deadline);
          controller.error(error);
        }
      },
      cancel() {
        clearTimeout(deadline);
        message.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}
