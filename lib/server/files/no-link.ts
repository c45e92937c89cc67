import "server-only";
import { isUpstreamError } from "@/lib/server/upstream/errors";
import type { Download } from "./open-download";

/** The download that comes of a link that could not be had. Throws whatever the upstream is not the cause of. */
export function noLink(error: unknown): Extract<Download, { ok: false }> {
  if (!isUpstreamError(error) || error.code === "internal") throw error;
  return { ok: false, code: error.code, retryAfterSeconds: error.retryAfterSeconds };
}
