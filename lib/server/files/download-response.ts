import "server-only";
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import contentDisposition from "content-disposition";
import { UNTRUSTED_CONTENT_HEADERS } from "@/lib/server/http/security-headers";

const LONGEST_MS = 900_000;

/** Streams a file as an attachment that no browser opens. A download that is cut off fails; it never looks whole. */
export function downloadResponse(message: IncomingMessage, filename: string): Response {
  const headers = new Headers({
    ...UNTRUSTED_CONTENT_HEADERS,
    "content-type": "application/octet-stream",
    "content-disposition": contentDisposition(filename, { type: "attachment" }),
    "x-download-options": "noopen",
    "cache-control": "private, no-store",
    "accept-ranges": "none",
  });
  const encoding = message.headers["content-encoding"]?.toLowerCase() ?? "identity";
  const length = message.headers["content-length"];
  const decoded = decode(message, encoding);
  if (decoded === message && length !== undefined && /^\d+$/.test(length)) {
    headers.set("content-length", length);
  }
  return new Response(toBody(message, decoded), { headers });
}

/** Stored files may be compressed; the file is what was stored in it. */
function decode(message: IncomingMessage, encoding: string): Readable {
  const decoder =
    encoding === "gzip" || encoding === "x-gzip"
      ? createGunzip()
      : encoding === "deflate"
        ? createInflate()
        : encoding === "br"
          ? createBrotliDecompress()
          : null;
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
