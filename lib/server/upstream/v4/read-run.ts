import "server-only";
import { parseTaskId } from "@/lib/domain/task/task-id";
import { isFinal, toTaskStatus } from "@/lib/domain/task/task-status";
import { NotCalled } from "@/lib/server/upstream/call-queue";
import type { UpstreamClient } from "@/lib/server/upstream/client";
import type { Warn } from "@/lib/server/upstream/contracts/report-oddities";
import type { AllowLiveUrl } from "@/lib/server/upstream/contracts/session-to-domain";
import type { FullTask, UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import { cutHead, cutStep } from "@/lib/server/upstream/cut-task";
import { jsonSize } from "@/lib/server/upstream/cut-text";
import { UpstreamError } from "@/lib/server/upstream/errors";
import { createSessionReader, type SessionReader } from "@/lib/server/upstream/session-reader";
import type { DrainEvents } from "./drain-events";
import { isEnd, type LifeWord } from "./run-event";
import { EMPTY_LOG, foldLog, type RunLog } from "./run-log";
import { createRunFileReader } from "./read-run-files";
import { RUN_BROWSERS } from "./run-browsers";
import { runSchema, runStatusSchema, type WireRun } from "./run-schema";
import { isHeadDue, type RunHead, type RunState } from "./run-state";
import { runToDomain } from "./run-to-domain";

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

/** What one look at a run told. `rawStatus` is `null` where nobody said how it stands. */
type Look = { head: RunHead | null; rawStatus: string | null; log: RunLog };

/** See `RunReader`. */
export function createRunReader(options: ReaderOptions): RunReader {
  const { client, statusClient, drain, drainWhole, allowLiveUrl, now, warn } = options;
  const sessions = createSessionReader(client, RUN_BROWSERS, now);
  const readFiles = createRunFileReader(client, now);

  async function getRun(id: string, before: UpstreamTask | null): Promise<UpstreamTask> {
    const state = before?.run ?? null;
    const look =
      before === null || state === null
        ? await lookFirst(id)
        : await lookAgain(id, state, isFinal(before.task.status));
    const { run, rawStatus, log, readAt, fold } = await toTheEnd(id, look, before);
    const status = toTaskStatus(rawStatus);
    if (status === "unknown") warn({ contract: "v4", rawStatus }, "Unknown task status");
    const hasEnded = isFinal(status);
    const endSeenAt = hasEnded ? (before?.task.finishedAt ?? run.updatedAt) : null;
    const session = await sessions.read({
      id,
      sessionId: run.sessionId,
      status,
      finishedAt: endSeenAt,
    });
    const read = await readFiles(
      { run, session, isFinal: hasEnded, changes: fold.facts.filesChanged },
      before?.task ?? null,
      state?.files,
    );
    const { files, uploads } = read;
    const parts = { run, rawStatus, fold, session, files, uploads, endSeenAt };
    const next: RunState = { log, head: { run, readAt }, files: read.state };
    return keepRun(runToDomain(parts, allowLiveUrl), next, fold.steps);
  }

  /** Whether there is such a run at all is asked before its log is. */
  async function lookFirst(id: string): Promise<Look> {
    const head = await readHead(id);
    return { head, rawStatus: head.run.status, log: await drain(id, EMPTY_LOG) };
  }

  /** What is new since the last look. */
  async function lookAgain(id: string, { head, log }: RunState, wasFinal: boolean): Promise<Look> {
    const isWhole = isHeadDue(head, wasFinal, now());
    const [newHead, told, newLog] = await Promise.all([
      isWhole ? readHead(id) : null,
      isWhole ? null : readStatus(id),
      drain(id, log),
    ]);
    const rawStatus = newHead?.run.status ?? told?.status ?? null;
    return { head: newHead ?? head, rawStatus, log: newLog };
  }

  /** The look with a status and a fold. What a run came to is told by the run alone, and late events by one more look at its log. */
  async function toTheEnd(id: string, look: Look, before: UpstreamTask | null) {
    const fold = foldLog(look.log, cutStep);
    const rawStatus = statusOf(look.rawStatus, fold.facts.life) ?? before?.task.rawStatus ?? "";
    const hasEnded = isFinal(toTaskStatus(rawStatus));
    const { head } = look;
    if (head !== null && (!hasEnded || isFinal(toTaskStatus(head.run.status))))
      return { ...head, rawStatus, log: look.log, fold };
    const [newHead, log] = await Promise.all([readHead(id), drain(id, look.log)]);
    return { ...newHead, rawStatus, log, fold: foldLog(log, cutStep) };
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

  async function readHead(id: string): Promise<RunHead> {
    return { run: await readRunHead(client, id), readAt: now() };
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

/** Failures of a status read that do not concern the run. */
const MAY_PASS: ReadonlySet<string> = new Set([
  "upstream-rate-limited",
  "upstream-unavailable",
  "upstream-timeout",
  "upstream-invalid",
]);

/** The status as the run tells it, or the end that its log tells before that. */
function statusOf(told: string | null, life: LifeWord | null): string | null {
  return life !== null && isEnd(life) && !isFinal(toTaskStatus(told ?? "")) ? life : told;
}

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
