import "server-only";
import type { IncomingMessage } from "node:http";
import contentDisposition from "content-disposition";
import { UNTRUSTED_CONTENT_HEADERS } from "@/lib/server/http/security-headers";
import { downloadBody } from "./download-body";

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
  const { body, length } = downloadBody(message);
  if (length !== null) headers.set("content-length", length);
  return new Response(body, { headers });
}
