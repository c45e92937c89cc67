import "server-only";
import { NotCalled } from "./call-queue";
import type { UpstreamClient } from "./client";
import { UpstreamError } from "./errors";

/**
 * What a call asks for: a task, its session with browsers and messages, a list of tasks, or the address of a file or a
 * log; of a run of v4 the run itself, its status, or its events. `control` changes something.
 */
export type CallKind =
  "task" | "session" | "list" | "file" | "run" | "run-status" | "run-events" | "control";

/**
 * A call that has ended, without a word of the upstream's. `status` is the HTTP status of the answer, or why there is
 * none that can be used: `timeout`, `unreachable`, or `unreadable` for one that came.
 */
export type UpstreamCall = { version: "v2" | "v4"; kind: CallKind; status: string; ms: number };

/** Told of each call that has ended. */
export type OnCall = (call: UpstreamCall) => void;

/** The client, with each of its calls told. A call that was not made, because of a pause, is none. */
export function observedClient(
  client: UpstreamClient,
  version: UpstreamCall["version"],
  onCall: OnCall,
  now: () => number,
): UpstreamClient {
  const observed = async <T>(kind: CallKind, call: () => Promise<T>): Promise<T> => {
    const askedAt = now();
    const tell = (status: string) => {
      onCall({ version, kind, status, ms: now() - askedAt });
    };
    try {
      const answer = await call();
      tell("200");
      return answer;
    } catch (error) {
      if (!(error instanceof NotCalled)) tell(statusOf(error));
      throw error;
    }
  };
  return {
    getJson: (path, deadlines) => observed(kindOf(path), () => client.getJson(path, deadlines)),
    getText: (path, read) => observed(kindOf(path), () => client.getText(path, read)),
    act: (path, action) => observed("control", () => client.act(path, action)),
  };
}

const RUN_KINDS: Readonly<Record<string, CallKind>> = {
  status: "run-status",
  events: "run-events",
};

/** Tells by the templates from which the paths of all calls that read are made. */
export function kindOf(path: string): CallKind {
  if (path.startsWith("/sessions/") || path.startsWith("/browsers")) return "session";
  if (path.startsWith("/tasks?") || path.startsWith("/runs?")) return "list";
  const ofRun = /^\/runs\/[^/]+(?:\/(status|events)\b)?(?=\?|$)/.exec(path);
  if (ofRun !== null) return RUN_KINDS[ofRun[1] ?? ""] ?? "run";
  return /^\/tasks\/[^/]+$/.test(path) ? "task" : "file";
}

/** Statuses that mean something here. An upstream may make up hundreds more, which count by their first digit. */
const TOLD_APART = new Set([400, 401, 402, 403, 404, 408, 410, 422, 425, 429, 500, 502, 503, 504]);

function statusOf(error: unknown): string {
  if (!(error instanceof UpstreamError)) return "unreadable";
  const { status, reason } = error;
  if (status !== null) {
    return TOLD_APART.has(status) ? String(status) : `${String(Math.floor(status / 100))}xx`;
  }
  if (reason === null) return "unreadable";
  return reason === "no-answer-in-time" ? "timeout" : "unreachable";
}
