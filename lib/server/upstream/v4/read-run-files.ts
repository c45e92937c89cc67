import "server-only";
import type { TaskFile } from "@/lib/domain/task/task";
import type { UpstreamClient } from "@/lib/server/upstream/client";
import type { SessionFacts } from "@/lib/server/upstream/contracts/upstream-task";
import { UpstreamError } from "@/lib/server/upstream/errors";
import { listBrowserPlaces, toPlaces } from "./run-browsers";
import { listFiles, type Place } from "./run-files";
import { attachmentsSchema, type WireRun } from "./run-schema";
import {
  areFilesDue,
  areUploadsDue,
  NO_FILES_READ,
  type FilesReading,
  type FilesState,
} from "./run-state";

/** What is known of a run when its files are asked for. `changes`: how often files were made known by its log. */
type Standing = { run: WireRun; session: SessionFacts; isFinal: boolean; changes: number };

/** The files of a run, and what the next reading of them builds on. */
export type RunFiles = {
  files: readonly TaskFile[];
  uploads: readonly TaskFile[];
  state: FilesState;
};

/** Reads the files of runs when some are due. Files are an extra: what cannot be read stays as it was, and is asked for again. */
export function createRunFileReader(client: UpstreamClient, now: () => number) {
  async function readFiles(
    { run, session, isFinal, changes }: Standing,
    last: FilesReading | null,
  ): Promise<{ list: readonly TaskFile[] | null; reading: FilesReading | null }> {
    const readAt = now();
    if (!areFilesDue({ isFinal, changes }, last, readAt)) return { list: null, reading: last };
    const reading = { readAt, changes, hadEnded: isFinal };
    try {
      const { files, isWhole } = await listFiles(
        client,
        await placesOf(run, session),
        run.createdAt,
      );
      return { list: files, reading: isWhole ? reading : { ...reading, changes: NOT_READ } };
    } catch {
      return { list: null, reading: { ...reading, changes: NOT_READ } };
    }
  }

  /** The session of a run that ended long ago is not read by itself. */
  async function placesOf(
    { workspaceId, sessionId }: WireRun,
    session: SessionFacts,
  ): Promise<Place[]> {
    const known = session?.browsers ?? null;
    const browsers =
      known === null ? await listBrowserPlaces(client, sessionId).catch(() => []) : toPlaces(known);
    return workspaceId === null ? browsers : [{ kind: "workspace", id: workspaceId }, ...browsers];
  }

  return async (
    standing: Standing,
    before: Pick<RunFiles, "files" | "uploads"> | null,
    state: FilesState = NO_FILES_READ,
  ): Promise<RunFiles> => {
    const { run } = standing;
    const known = before?.uploads ?? [];
    const isAsked = areUploadsDue(run, known.length, state.uploadsAskedAt, now());
    const [read, uploads] = await Promise.all([
      readFiles(standing, state.files),
      isAsked ? readUploads(client, run.id.toLowerCase()).catch(() => known) : known,
    ]);
    return {
      files: read.list ?? before?.files ?? [],
      uploads,
      state: { files: read.reading, uploadsAskedAt: isAsked ? now() : state.uploadsAskedAt },
    };
  };
}

/** Reads the files that came with the prompt of a run. Throws `UpstreamError`. */
export async function readUploads(client: UpstreamClient, id: string): Promise<TaskFile[]> {
  const parsed = attachmentsSchema.safeParse(await client.getJson(`/runs/${id}/attachments`));
  if (!parsed.success) throw new UpstreamError("upstream-invalid", "Not a list of attachments");
  return parsed.data.attachments;
}

/** No number of changes is this one, so that files which could not be read are due again. */
const NOT_READ = -1;
