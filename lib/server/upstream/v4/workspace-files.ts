import "server-only";
import { createHash } from "node:crypto";
import type { TaskFile } from "@/lib/domain/task/task";
import { parseTaskId } from "@/lib/domain/task/task-id";
import type { UpstreamClient } from "@/lib/server/upstream/client";
import { UpstreamError } from "@/lib/server/upstream/errors";
import type { FileLink } from "@/lib/server/upstream/gateway";
import { workspaceFilesSchema } from "./run-schema";

const MOST_PAGES = 10;
const PAGE_SIZE = 100;
/** The clocks of two services may differ by so much. */
const CLOCK_MS = 60_000;

type WorkspaceFile = { path: string; lastModified: string | null; url: string | null };

/**
 * The files of a run: those of its workspace that were written since it was made. A workspace serves several runs, and
 * tells of no file which of them wrote it.
 */
export async function listFiles(
  client: UpstreamClient,
  workspaceId: string,
  createdAt: string | null,
): Promise<TaskFile[]> {
  const files = await readFiles(client, workspaceId, false);
  const since = createdAt === null ? Number.NEGATIVE_INFINITY : Date.parse(createdAt) - CLOCK_MS;
  return files
    .filter(({ lastModified }) => lastModified === null || Date.parse(lastModified) >= since)
    .map(({ path }) => ({ id: fileIdOf(workspaceId, path), name: path }));
}

/** The address of a file, which works for a minute. Throws `UpstreamError`: `file-not-found` where there is none. */
export function getWorkspaceFile(
  client: UpstreamClient,
  workspaceId: string,
  fileId: string,
): Promise<FileLink> {
  return linkOf(client, workspaceId, ({ path }) => fileIdOf(workspaceId, path) === fileId);
}

/** The same by the name of a file, whatever folder it is in. */
export function getWorkspaceFileByName(
  client: UpstreamClient,
  workspaceId: string,
  name: string,
): Promise<FileLink> {
  return linkOf(client, workspaceId, ({ path }) => nameOf(path) === name);
}

async function linkOf(
  client: UpstreamClient,
  workspaceId: string,
  isMeant: (file: WorkspaceFile) => boolean,
): Promise<FileLink> {
  const file = (await readFiles(client, workspaceId, true)).find(isMeant);
  if (file === undefined || file.url === null)
    throw new UpstreamError("file-not-found", "No such file in this workspace");
  return { url: file.url, name: nameOf(file.path) };
}

function nameOf(path: string): string {
  return path.split("/").at(-1) ?? path;
}

async function readFiles(
  client: UpstreamClient,
  workspaceId: string,
  withUrls: boolean,
): Promise<WorkspaceFile[]> {
  const workspace = parseTaskId(workspaceId);
  if (workspace === null) return [];
  const files: WorkspaceFile[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
    if (withUrls) query.set("includeUrls", "true");
    if (cursor !== null) query.set("cursor", cursor);
    const body = await client.getJson(`/workspaces/${workspace}/files?${query.toString()}`);
    const parsed = workspaceFilesSchema.safeParse(body);
    if (!parsed.success) throw new UpstreamError("upstream-invalid", "Not a list of files");
    files.push(...parsed.data.files);
    cursor = parsed.data.nextCursor;
    if (!parsed.data.hasMore || cursor === null) break;
  }
  return files;
}

/** A name for the path of a file that looks like the id of one: it stands in addresses, and paths are the agent's. */
function fileIdOf(workspaceId: string, path: string): string {
  const hex = createHash("sha256").update(`${workspaceId}\n${path}`).digest("hex");
  // As a UUID of version 8, of which the content is one's own (RFC 9562).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
