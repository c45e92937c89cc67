import "server-only";
import type { IncomingMessage } from "node:http";
import contentDisposition from "content-disposition";
import { UNTRUSTED_CONTENT_HEADERS } from "@/lib/server/http/security-headers";
import { downloadBody } from "./download-body";
import type { Download } from "./open-download";

/** The types that a page may play, and how names of such files end. */
const VIDEO_TYPES = new Map([
  ["video/mp4", ".mp4"],
  ["video/webm", ".webm"],
]);
/** What a storage says of bytes of which it was told nothing. */
const NO_TYPE = new Set(["", "application/octet-stream", "binary/octet-stream"]);
const PART = /^bytes \d{1,15}-\d{1,15}\/(?:\d{1,15}|\*)$/;
const NO_PART = /^bytes \*\/\d{1,15}$/;
const TAG = /^(?:W\/)?"[\x21\x23-\x7e]{0,200}"$/;

/**
 * Streams a video, or the part of it that was asked for: for a player of ours, and as an attachment for whoever opens its
 * address. What is no video is no player's. `null` where the storage answered something that is neither.
 */
export function recordingResponse(
  { status, message, name }: Extract<Download, { ok: true }>,
  taskId: string,
): Response | null {
  const { headers: told } = message;
  const type = videoType(told["content-type"], name);
  const filename = `task-${taskId.slice(0, 8)}-recording${VIDEO_TYPES.get(type ?? "") ?? ""}`;
  const range = told["content-range"] ?? "";
  const headers = new Headers({
    ...UNTRUSTED_CONTENT_HEADERS,
    "content-type": type ?? "application/octet-stream",
    "content-disposition": contentDisposition(filename, { type: "attachment" }),
    "x-download-options": "noopen",
    "cache-control": "private, no-store",
    "accept-ranges": status === 206 || told["accept-ranges"] === "bytes" ? "bytes" : "none",
  });
  if (status === 416) {
    message.destroy();
    headers.delete("content-type");
    if (NO_PART.test(range)) headers.set("content-range", range);
    return new Response(null, { status, headers });
  }
  if (status === 206) {
    // A part of what was compressed is a part of nothing.
    if (!PART.test(range) || isCompressed(message)) {
      message.destroy();
      return null;
    }
    headers.set("content-range", range);
  }
  const { body, length } = downloadBody(message);
  if (length !== null) headers.set("content-length", length);
  const tag = told.etag ?? "";
  if (TAG.test(tag) && !isCompressed(message)) headers.set("etag", tag);
  return new Response(body, { status, headers });
}

/** What the storage calls it, or where that says nothing how its name ends; `null` for anything but a video. */
function videoType(told = "", name: string | null): string | null {
  const essence = told.split(";")[0]?.trim().toLowerCase() ?? "";
  if (VIDEO_TYPES.has(essence)) return essence;
  if (!NO_TYPE.has(essence)) return null;
  const known = [...VIDEO_TYPES].find(([, ending]) => name?.toLowerCase().endsWith(ending));
  return known?.[0] ?? null;
}

function isCompressed({ headers }: IncomingMessage): boolean {
  return (headers["content-encoding"] ?? "identity").toLowerCase() !== "identity";
}
