import "server-only";
import type { SessionStatus } from "@/lib/domain/task/task";
import type { SessionFacts } from "./upstream-task";

/** Decides whether an address may be framed as live view: gives it back, or `null`. */
export type AllowLiveUrl = (url: string | null) => string | null;

/** The session's part of a task. A session with another id than the task's is ignored. */
export function sessionToDomain(
  sessionId: string | null,
  session: SessionFacts,
  allow: AllowLiveUrl,
): { sessionStatus: SessionStatus | null; liveUrl: string | null } {
  if (session === null || isAnother(sessionId, session.id))
    return { sessionStatus: null, liveUrl: null };
  const sessionStatus = toSessionStatus(session.status);
  return { sessionStatus, liveUrl: sessionStatus === "active" ? allow(session.liveUrl) : null };
}

function isAnother(expected: string | null, id: string | null): boolean {
  return expected !== null && id !== null && expected.toLowerCase() !== id.toLowerCase();
}

/** The status of a session or a browser, by the word of the upstream. */
export function toSessionStatus(word: string | null): SessionStatus | null {
  if (word === null) return null;
  return word === "active" || word === "stopped" ? word : "unknown";
}
