import "server-only";
import type { TaskFile } from "@/lib/domain/task/task";
import { parseTaskId } from "@/lib/domain/task/task-id";
import { isFinal, toTaskStatus } from "@/lib/domain/task/task-status";
import { NotCalled } from "@/lib/server/upstream/call-queue";
import type { UpstreamClient } from "@/lib/server/upstream/client";
import type { Warn } from "@/lib/server/upstream/contracts/report-oddities";
import type { AllowLiveUrl } from "@/lib/server/upstream/contracts/session-to-domain";
import type {
  FullTask,
  SessionFacts,
  UpstreamTask,
} from "@/lib/server/upstream/contracts/upstream-task";
import { cutHead, cutStep } from "@/lib/server/upstream/cut-task";
import { jsonSize } from "@/lib/server/upstream/cut-text";
import { UpstreamError } from "@/lib/server/upstream/errors";
import { createSessionReader, type SessionReader } from "@/lib/server/upstream/session-reader";
import type { DrainEvents } from "./drain-events";
import { isEnd } from "./run-event";
import { EMPTY_LOG, foldLog, type RunLog } from "./run-log";
import { attachmentsSchema, runSchema, runStatusSchema, type WireRun } from "./run-schema";
import { listBrowserPlaces, RUN_BROWSERS, toPlaces } from "./run-browsers";
import { areFilesDue, isHeadDue, type FilesReading, type RunState } from "./run-state";
import { runToDomain } from "./run-to-domain";
import { listFiles, type Place } from "./run-files";

type ReaderOptions = {
  /** Calls that the general limit counts, and those that the limit of status reads does. */
  client: UpstreamClient;
  statusClient: UpstreamClient;
  drain: DrainEvents;
  /** The same with every step in full. */
  drainWhole: DrainEvents;
  allowLiveUrl: AllowLiveUrl;
  now: () => number;
  warn: Warn;
};

/** Reads runs of v4, each by what is new in its log. Readings throw `UpstreamError`. */
export type RunReader = {
  getRun: (id: string, before: UpstreamTask | null) => Promise<UpstreamTask>;
  getFullRun: (id: string) => Promise<FullTask>;
  forgetSession: SessionReader["forget"];
};

/** See `RunReader`. */
export function createRunReader(options: ReaderOptions): RunReader {
  const { client, statusClient, drain, drainWhole, allowLiveUrl, now, warn } = options;
  const sessions = createSessionReader(client, RUN_BROWSERS, now);

  async function getRun(id: string, before: UpstreamTask | null): Promise<UpstreamTask> {
    const state = before?.run ?? null;
    const wasFinal = before !== null && isFinal(before.task.status);
    let head = state?.head ?? null;
    let rawStatus: string | null;
    let log: RunLog;
    if (before === null || state === null) {
      // Whether there is such a run at all is asked first.
      head = { run: await readRunHead(client, id), readAt: now() };
      rawStatus = head.run.status;
      log = await drain(id, EMPTY_LOG);
    } else {
      const isWhole = isHeadDue(head, wasFinal, now());
      const [run, told, read] = await Promise.all([
        isWhole ? readRunHead(client, id) : null,
        isWhole ? null : readStatus(id),
        drain(id, state.log),
      ]);
      log = read;
      if (run !== null) head = { run, readAt: now() };
      rawStatus = run?.status ?? told?.status ?? null;
    }
    let fold = foldLog(log, cutStep);
    const { life } = fold.facts;
    if (life !== null && isEnd(life) && !isFinal(toTaskStatus(rawStatus ?? ""))) rawStatus = life;
    rawStatus ??= before?.task.rawStatus ?? "";
    const hasEnded = isFinal(toTaskStatus(rawStatus));
    if (head === null || (hasEnded && !isFinal(toTaskStatus(head.run.status)))) {
      // What the run came to is told by the run alone, and late events by one more look at its log.
      const [run, rest] = await Promise.all([readRunHead(client, id), drain(id, log)]);
      head = { run, readAt: now() };
      log = rest;
      fold = foldLog(log, cutStep);
    }
    const { run } = head;
    const status = toTaskStatus(rawStatus);
    if (status === "unknown") warn({ contract: "v4", rawStatus }, "Unknown task status");
    const endSeenAt = hasEnded ? (before?.task.finishedAt ?? run.updatedAt) : null;
    const session = await sessions.read({
      id,
      sessionId: run.sessionId,
      status,
      finishedAt: endSeenAt,
    });
    const told = { isFinal: hasEnded, changes: fold.facts.filesChanged };
    const [files, uploads] = await Promise.all([
      readFiles(run, session, state, told),
      before === null ? uploadsOf(id, run) : before.task.uploads,
    ]);
    const parts = { run, rawStatus, fold, session, uploads, endSeenAt };
    const full = runToDomain(
      { ...parts, files: files?.list ?? before?.task.files ?? [] },
      allowLiveUrl,
    );
    const next: RunState = { log, head, files: files?.reading ?? state?.files ?? null };
    return keepRun(full, next, fold.steps);
  }

  async function getFullRun(id: string): Promise<FullTask> {
    const run = await readRunHead(client, id);
    const log = await drainWhole(id, EMPTY_LOG);
    const fold = foldLog(log, (step) => step);
    const parts = { run, rawStatus: run.status, fold, session: null, files: [], uploads: [] };
    return runToDomain({ ...parts, endSeenAt: run.updatedAt }, allowLiveUrl);
  }

  /** Where the run stands. `null` where nobody says, as its log says it as well; that it is gone is thrown. */
  async function readStatus(id: string): Promise<{ status: string } | null> {
    try {
      const body = await statusClient.getJson(`/runs/${id}/status`);
      return runStatusSchema.safeParse(body).data ?? null;
    } catch (error) {
      if (error instanceof NotCalled) return null;
      if (error instanceof UpstreamError && MAY_PASS.has(error.code)) return null;
      throw error;
    }
  }

  async function readFiles(
    run: WireRun,
    session: SessionFacts,
    state: RunState | null,
    told: { isFinal: boolean; changes: number },
  ): Promise<{ list: readonly TaskFile[] | null; reading: FilesReading } | null> {
    const readAt = now();
    if (!areFilesDue(told, state?.files ?? null, readAt)) return null;
    const reading = { readAt, changes: told.changes, hadEnded: told.isFinal };
    try {
      const places = await placesOf(run, session);
      const { files, isWhole } = await listFiles(client, places, run.createdAt);
      return { list: files, reading: isWhole ? reading : { ...reading, changes: NOT_READ } };
    } catch {
      // Files are an extra: the run is told without them, and they are asked for again.
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

  async function uploadsOf(id: string, run: WireRun): Promise<readonly TaskFile[]> {
    if ((run.attachedFileIds?.length ?? 0) === 0) return [];
    return readUploads(client, id).catch(() => []);
  }

  return { getRun, getFullRun, forgetSession: sessions.forget };
}

/** Reads a run without its log. Throws `UpstreamError`. */
export async function readRunHead(client: UpstreamClient, id: string): Promise<WireRun> {
  const parsed = runSchema.safeParse(await client.getJson(`/runs/${id}`));
  if (!parsed.success) throw new UpstreamError("upstream-invalid", "Not a run");
  if (parsed.data.id.toLowerCase() !== id)
    throw new UpstreamError("upstream-invalid", "Another run was answered");
  return parsed.data;
}

/** Reads the files that came with the prompt of a run. Throws `UpstreamError`. */
export async function readUploads(client: UpstreamClient, id: string): Promise<TaskFile[]> {
  const parsed = attachmentsSchema.safeParse(await client.getJson(`/runs/${id}/attachments`));
  if (!parsed.success) throw new UpstreamError("upstream-invalid", "Not a list of attachments");
  return parsed.data.attachments;
}

/** No number of changes is this one, so that files which could not be read are due again. */
const NOT_READ = -1;

/** Failures of a status read that do not concern the run. */
const MAY_PASS: ReadonlySet<string> = new Set([
  "upstream-rate-limited",
  "upstream-unavailable",
  "upstream-timeout",
  "upstream-invalid",
]);

function keepRun(full: FullTask, run: RunState, steps: readonly { bytes: number }[]): UpstreamTask {
  const task = cutHead(full.task);
  let bytes = jsonSize(task) + jsonSize(run.log.unsettled) + jsonSize(run.head);
  for (const step of steps) bytes += step.bytes;
  return { ...full, task, run, bytes };
}

/** The id of a run, as it stands in paths. Throws `UpstreamError`. */
export function runIdOf(id: string): string {
  const parsed = parseTaskId(id);
  if (parsed === null) throw new UpstreamError("bad-task-id", "Not a run id");
  return parsed;
}
