import "server-only";
import type { IncomingMessage } from "node:http";
import type { ProblemCode } from "@/lib/contract/problem";
import type { AssetAnswer, AssetClient, AssetRange } from "@/lib/server/assets/asset-client";
import type { FileLink } from "@/lib/server/upstream/gateway";

/**
 * An opened download with the file's name, or the problem to report. `status`: 200 for the whole file; where a part was
 * asked for, also 206, and 416 for one that is not in it.
 */
export type Download =
  | { ok: true; status: number; message: IncomingMessage; name: string | null }
  | { ok: false; code: ProblemCode; retryAfterSeconds?: number | null };

/**
 * Opens a file, or a part of it, by its presigned address; one that is refused is asked for anew once, `getLink` being
 * told it. Throws what `getLink` throws.
 */
export async function openDownload(
  getLink: (refused: string | null) => Promise<FileLink>,
  client: AssetClient,
  signal: AbortSignal,
  part: AssetRange | null = null,
): Promise<Download> {
  let link = await getLink(null);
  let answer = await client(link.url, signal, part);
  if (isRefused(answer)) {
    link = await getLink(link.url);
    answer = await client(link.url, signal, part);
  }
  if (!answer.ok) {
    return {
      ok: false,
      code: answer.reason === "timeout" ? "upstream-timeout" : "upstream-unavailable",
    };
  }
  const { status, message } = answer;
  if (status === 200 || (part !== null && (status === 206 || status === 416)))
    return { ok: true, status, message, name: link.name };
  // What a storage service says about an error is not the file.
  message.destroy();
  const isMissing = [400, 401, 403, 404, 410].includes(status);
  return { ok: false, code: isMissing ? "file-not-found" : "upstream-unavailable" };
}

function isRefused(answer: AssetAnswer): boolean {
  if (!answer.ok || ![400, 401, 403].includes(answer.status)) return false;
  answer.message.destroy();
  return true;
}
