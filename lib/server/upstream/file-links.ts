import "server-only";
import { z } from "zod";
import { parseTaskId } from "@/lib/domain/task/task-id";
import type { UpstreamClient } from "./client";
import { isMissing, UpstreamError } from "./errors";
import type { FileLink, TaskRef } from "./gateway";

const linkSchema = z.object({
  downloadUrl: z.string().min(1),
  fileName: z.string().nullable().catch(null),
});

type Kind = "output" | "upload" | "log";

/**
 * Asks for the presigned address of a file or log. A file the upstream does not know is `file-not-found`. What the browser
 * of a task downloaded (`GET /browsers/{id}/downloads` of v2) is not asked for: nobody says whether that knows it.
 */
export async function getFileLink(
  client: UpstreamClient,
  task: TaskRef,
  kind: Kind,
  fileId: string | null,
): Promise<FileLink> {
  const path = linkPath(task, kind, fileId);
  if (path === null)
    throw new UpstreamError("file-not-found", `No such ${kind} file in this contract`);
  const body = await client.getJson(path).catch((error: unknown) => {
    throw isMissing(error) ? new UpstreamError("file-not-found", error.message) : error;
  });
  const parsed = linkSchema.safeParse(body);
  if (!parsed.success) throw new UpstreamError("upstream-invalid", `Not a file link: ${path}`);
  return { url: parsed.data.downloadUrl, name: parsed.data.fileName };
}

function linkPath({ id, contract }: TaskRef, kind: Kind, fileId: string | null): string | null {
  const task = parseTaskId(id);
  if (task === null) return null;
  if (kind === "log") return `/tasks/${task}/logs`;
  const file = fileId === null ? null : parseTaskId(fileId);
  if (file === null) return null;
  if (contract === "current") {
    return kind === "output" ? `/files/tasks/${task}/output-files/${file}` : null;
  }
  return `/tasks/${task}/${kind === "output" ? "output-files" : "user-uploaded-files"}/${file}`;
}
