import "server-only";
import { UpstreamError } from "./errors";
import type { FileLink } from "./gateway";

/** The link to a video, by its presigned address, of which the path ends with its name. Throws `file-not-found` for none. */
export function recordingLink(url: string | null): FileLink {
  if (url === null) throw new UpstreamError("file-not-found", "No recording");
  const path = URL.canParse(url) ? new URL(url).pathname : "";
  return { url, name: path.split("/").at(-1) ?? null };
}
