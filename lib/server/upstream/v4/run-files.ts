import "server-only";
import { createHash } from "node:crypto";
import type { TaskFile } from "@/lib/domain/task/task";
import { parseTaskId } from "@/lib/domain/task/task-id";
import type { UpstreamClient } from "@/lib/server/upstream/client";
import { isMissing, UpstreamError } from "@/lib/server/upstream/errors";
import type { FileLink } from "@/lib/server/upstream/gateway";
import { filePageSchema } from "./run-schema";

const MOST_PAGES = 10;
const PAGE_SIZE = 100;
/** The clocks of two services may differ by so much. */
const CLOCK_MS = 60_000;

/** Where files of a run lie: in its workspace, which the agent writes to, and where its browsers put what they download. */
export type Place = { kind: "workspace" | "browser"; id: string };

type StoredFile = { path: string; lastModified: string | null; url: string | null };

/**
 * The files of a run: those in its places that were written since it was made. Each place serves several runs, and tells
 * of no file which of them it is of. `isWhole`: every place could be read, or is none any more. Throws `UpstreamError`
 * where the workspace could not.
 */
export async function listFiles(
  client: UpstreamClient,
  places: readonly Place[],
  createdAt: string | null,
): Promise<{ files: TaskFile[]; isWhole: boolean }> {
  const since = createdAt === null ? Number.NEGATIVE_INFINITY : Date.parse(createdAt) - CLOCK_MS;
  const lists = places.map(async (place) => {
    const files = await readFiles(client, place, false).catch((error: unknown) => {
      if (isMissing(error)) return [];
      if (place.kind === "workspace") throw error;
      return null;
    });
    return files
      ?.filter(({ lastModified }) => lastModified === null || Date.parse(lastModified) >= since)
      .map(({ path }) => ({ id: fileIdOf(place, path), name: path }));
  });
  const read = await Promise.all(lists);
  return {
    files: read.flatMap((files) => files ?? []),
    isWhole: read.every((files) => files !== undefined),
  };
}

/** In which kind of place a file lies, by its id. */
export function kindOfFile(fileId: string): Place["kind"] {
  return fileId.charAt(VARIANT_AT) === VARIANTS.browser ? "browser" : "workspace";
}

/** The address of a file, which works for a minute. Throws `UpstreamError`: `file-not-found` where there is none. */
export function getFile(
  client: UpstreamClient,
  places: readonly Place[],
  fileId: string,
): Promise<FileLink> {
  return linkOf(client, places, (place, { path }) => fileIdOf(place, path) === fileId);
}

/** The same by the name of a file, whatever folder it is in. */
export function getFileByName(
  client: UpstreamClient,
  place: Place,
  name: string,
): Promise<FileLink> {
  return linkOf(client, [place], (_, { path }) => nameOf(path) === name);
}

async function linkOf(
  client: UpstreamClient,
  places: readonly Place[],
  isMeant: (place: Place, file: StoredFile) => boolean,
): Promise<FileLink> {
  for (const place of places) {
    const files = await readFiles(client, place, true);
    const file = files.find((each) => isMeant(place, each));
    if (typeof file?.url === "string") return { url: file.url, name: nameOf(file.path) };
  }
  throw new UpstreamError("file-not-found", "No such file of this run");
}

function nameOf(path: string): string {
  return path.split("/").at(-1) ?? path;
}

async function readFiles(
  client: UpstreamClient,
  place: Place,
  withUrls: boolean,
): Promise<StoredFile[]> {
  const id = parseTaskId(place.id);
  if (id === null) return [];
  const folder = place.kind === "browser" ? `/browsers/${id}/downloads` : `/workspaces/${id}/files`;
  const files: StoredFile[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
    if (withUrls) query.set("includeUrls", "true");
    if (cursor !== null) query.set("cursor", cursor);
    const body = await client.getJson(`${folder}?${query.toString()}`);
    const parsed = filePageSchema.safeParse(body);
    if (!parsed.success) throw new UpstreamError("upstream-invalid", "Not a list of files");
    files.push(...parsed.data.files);
    cursor = parsed.data.nextCursor;
    if (!parsed.data.hasMore || cursor === null) break;
  }
  return files;
}

/** The digit of an id that tells the kind of its place: one of the four that an id may have there. */
const VARIANTS = { workspace: "a", browser: "b" } as const;
const VARIANT_AT = 19;

/** A name for the path of a file that looks like the id of one: it stands in addresses, and paths are the agent's. */
function fileIdOf({ kind, id }: Place, path: string): string {
  const hex = createHash("sha256").update(`${id}\n${path}`).digest("hex");
  // As a UUID of version 8, of which the content is one's own (RFC 9562).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${VARIANTS[kind]}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
