import "server-only";
import type { TaskSession } from "@/lib/contract/task-session";
import { recordingState } from "@/lib/domain/task/recording";
import { parseTaskId } from "@/lib/domain/task/task-id";
import type { UpstreamClient } from "./client";
import { toSessionStatus } from "./contracts/session-to-domain";
import { sessionViewSchema } from "./contracts/session-view";
import { isMissing, UpstreamError } from "./errors";
import type { FileLink, SessionRef } from "./gateway";
import { newestFirst } from "./newest-first";
import { recordingLink } from "./recording-link";

/** A session of which nobody tells anything. */
export const NO_SESSION: TaskSession = {
  status: null,
  startedAt: null,
  finishedAt: null,
  keepAlive: null,
  persistMemory: null,
  publicShareUrl: null,
  proxyUsedMb: null,
  proxyCost: null,
  browserCost: null,
  recordings: [],
  tasks: [],
};

/** Reads the session of a task of v2. `now` is epoch milliseconds. Throws `UpstreamError`. */
export async function readSession(
  client: UpstreamClient,
  task: SessionRef,
  now: number,
): Promise<TaskSession> {
  const wire = await readView(client, task);
  if (wire === null) return NO_SESSION;
  const { startedAt, finishedAt, keepAlive, persistMemory } = wire;
  const { publicShareUrl, proxyUsedMb, proxyCost } = wire;
  const status = toSessionStatus(wire.status);
  const browser = {
    status,
    finishedAt,
    hasAddress: wire.recordingUrl !== null,
    isAvailable: wire.recordingAvailable,
  };
  return {
    status,
    startedAt,
    finishedAt,
    keepAlive,
    persistMemory,
    publicShareUrl,
    proxyUsedMb,
    proxyCost,
    browserCost: null,
    recordings: [{ browserId: null, state: recordingState(browser, now) }],
    tasks: newestFirst(wire.tasks.filter(({ id }) => id !== task.id)),
  };
}

/** The presigned address of the video of its one browser. Throws `UpstreamError`: `file-not-found` where there is none. */
export async function getRecording(
  client: UpstreamClient,
  task: SessionRef,
  browserId: string | null,
): Promise<FileLink> {
  const view = browserId === null ? await readView(client, task) : null;
  return recordingLink(view?.recordingUrl ?? null);
}

/** The session; `null` where the upstream has none, as for a task that was made before it told of sessions. */
async function readView(client: UpstreamClient, task: SessionRef) {
  const sessionId = task.sessionId === null ? null : parseTaskId(task.sessionId);
  if (sessionId === null) return null;
  const body = await client.getJson(`/sessions/${sessionId}`).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (body === null) return null;
  const parsed = sessionViewSchema.safeParse(body);
  if (!parsed.success || parsed.data.id.toLowerCase() !== sessionId)
    throw new UpstreamError("upstream-invalid", "Not the session of the task");
  return parsed.data;
}
