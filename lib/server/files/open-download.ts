import "server-only";
import type { IncomingMessage } from "node:http";
import type { ProblemCode } from "@/lib/contract/problem";
import type { AssetAnswer, AssetClient } from "@/lib/server/assets/asset-client";
import type { FileLink } from "@/lib/server/upstream/gateway";

/** An opened download with the file's name, or the problem to report. */
export type Download =
  { ok: true; message: IncomingMessage; name: string | null } | { ok: false; code: ProblemCode };

/** Opens a file by its presigned address; one that is refused is asked for anew once, `getLink` being told it. Throws what `getLink` throws. */
export async function openDownload(
  getLink: (refused: string | null) => Promise<FileLink>,
  client: AssetClient,
  signal: AbortSignal,
): Promise<Download> {
  let link = await getLink(null);
  let answer = await client(link.url, signal);
  if (isRefused(answer)) {
    link = await getLink(link.url);
    answer = await client(link.url, signal);
  }
  if (!answer.ok) {
    return {
      ok: false,
      code: answer.reason === "timeout" ? "upstream-timeout" : "upstream-unavailable",
    };
  }
  if (answer.status === 200) return { ok: true, message: answer.message, name: link.name };
  // What a storage service says about an error is not the file.
  answer.message.destroy();
  const isMissing = [400, 401, 403, 404, 410].includes(answer.status);
  return { ok: false, code: isMissing ? "file-not-found" : "upstream-unavailable" };
}

function isRefused(answer: AssetAnswer): boolean {
  if (!answer.ok || ![400, 401, 403].includes(answer.status)) return false;
  answer.message.destroy();
  return true;
}
