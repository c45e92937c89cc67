import "server-only";
import { parseTaskId } from "@/lib/domain/task/task-id";
import { isFinal } from "@/lib/domain/task/task-status";
import type { Task } from "@/lib/domain/task/task";
import type { UpstreamClient } from "./client";
import { currentSessionSchema } from "./contracts/current-schema";
import { UpstreamError } from "./errors";
import { afterSessionRead, createSessionMemory, decideSessionRead } from "./session-memory";
import type { SessionFacts } from "./contracts/upstream-task";

/** The task must not wait long for its session, which is an extra. */
const DEADLINES = { headersMs: 2500, totalMs: 3000 };

/** Reads the session behind a task, from the upstream while it matters. Never throws. */
export type SessionReader = {
  read: (
    task: Pick<Task, "id" | "status" | "finishedAt"> & { sessionId: string | null },
  ) => Promise<SessionFacts>;
  /** Forgets what is known of a task's session, as something of ours has just changed it. */
  forget: (taskId: string) => void;
};

/** Where a session is read, and how what comes is understood; `null` for what is no session. */
type SessionSource = {
  pathOf: (sessionId: string) => string;
  read: (body: unknown) => SessionFacts;
};

/** `GET /sessions/{id}` of v2. */
export const CURRENT_SESSION: SessionSource = {
  pathOf: (sessionId) => `/sessions/${sessionId}`,
  read: (body) => currentSessionSchema.safeParse(body).data ?? null,
};

/** A reader that remembers what it learned of each task's session. */
export function createSessionReader(
  client: UpstreamClient,
  source: SessionSource,
  now: () => number,
): SessionReader {
  const memory = createSessionMemory();
  const readSession = async (task: Parameters<SessionReader["read"]>[0]) => {
    const sessionId = task.sessionId === null ? null : parseTaskId(task.sessionId);
    if (sessionId === null) return null;
    const known = memory.get(task.id);
    const last = known?.sessionId === sessionId ? known : undefined;
    if (!decideSessionRead(task, last, now()).ask) return last?.session ?? null;
    const session = await fetchSession(client, source, sessionId);
    const reading = afterSessionRead(sessionId, last, session, isFinal(task.status), now());
    memory.set(task.id, reading);
    return reading.session;
  };
  return { read: readSession, forget: (taskId) => void memory.delete(taskId) };
}

async function fetchSession(
  client: UpstreamClient,
  { pathOf, read }: SessionSource,
  sessionId: string,
): Promise<SessionFacts | "failed"> {
  try {
    const body = await client.getJson(pathOf(sessionId), DEADLINES);
    return read(body) ?? "failed";
  } catch (error) {
    // A session that is gone is an answer; everything else says nothing about the session.
    const isGone =
      error instanceof UpstreamError && ["task-not-found", "task-gone"].includes(error.code);
    return isGone ? null : "failed";
  }
}
