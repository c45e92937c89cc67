import "server-only";
import { parseTaskId } from "@/lib/domain/task/task-id";
import { isFinal, toTaskStatus } from "@/lib/domain/task/task-status";
import type { UpstreamClient } from "./client";
import { currentSessionSchema, type CurrentTask } from "./contracts/current-schema";
import { UpstreamError } from "./errors";
import { afterSessionRead, createSessionMemory, decideSessionRead } from "./session-memory";
import type { SessionFacts } from "./contracts/upstream-task";

/** The task must not wait long for its session, which is an extra. */
const DEADLINES = { headersMs: 2500, totalMs: 3000 };

/** Reads the session behind a task of the current contract, from the upstream while it matters. Never throws. */
export type SessionReader = (task: CurrentTask) => Promise<SessionFacts>;

/** A reader that remembers what it learned of each task's session. */
export function createSessionReader(client: UpstreamClient, now: () => number): SessionReader {
  const memory = createSessionMemory();
  return async (task) => {
    const sessionId = task.sessionId === null ? null : parseTaskId(task.sessionId);
    if (sessionId === null) return null;
    const known = memory.get(task.id);
    const last = known?.sessionId === sessionId ? known : undefined;
    const facts = { status: toTaskStatus(task.status), finishedAt: task.finishedAt };
    if (!decideSessionRead(facts, last, now()).ask) return last?.session ?? null;
    const session = await fetchSession(client, sessionId);
    const reading = afterSessionRead(sessionId, last, session, isFinal(facts.status), now());
    memory.set(task.id, reading);
    return reading.session;
  };
}

async function fetchSession(
  client: UpstreamClient,
  sessionId: string,
): Promise<SessionFacts | "failed"> {
  try {
    const body = await client.getJson(`/sessions/${sessionId}`, DEADLINES);
    const parsed = currentSessionSchema.safeParse(body);
    return parsed.success ? parsed.data : "failed";
  } catch (error) {
    // A session that is gone is an answer; everything else says nothing about the session.
    const isGone =
      error instanceof UpstreamError && ["task-not-found", "task-gone"].includes(error.code);
    return isGone ? null : "failed";
  }
}
