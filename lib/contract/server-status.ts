import type { ProblemCode } from "./problem";

/** How a server stands, for its operator. Times are ISO 8601 with `Z`; `null` is for what nobody knows or said. */
export type ServerStatus = {
  version: string;
  node: string;
  startedAt: string;
  /** When all of this was read. */
  readAt: string;
  intervalMs: number;
  /** Why the server should be sent no requests; `null` when it is ready. */
  notReady: string | null;
  upstream: {
    /** `unknown` before the first call. */
    state: "unknown" | "answers" | "fails" | "paused";
    /** Why it fails or is paused. */
    cause: ProblemCode | null;
    answeredAt: string | null;
    failedAt: string | null;
    /** How the last call that brought nothing ended: an HTTP status, or a word for none. */
    failedWith: string | null;
    key: "unknown" | "accepted" | "refused";
  };
  rateLimit: { limit: number | null; remaining: number | null; pausedUntil: string | null };
  tasks: { watched: number; watchers: number };
  /** Messages to a webhook; `null` where there is none. */
  notices: {
    /** Which instance sends them; `unknown` while Redis does not answer. */
    sender: "this" | "another" | "unknown";
    /** Tasks that this instance tells of. */
    followed: number;
    waiting: number;
    deliveredAt: string | null;
    failedAt: string | null;
    /** How the last try that failed ended: an HTTP status, or a word for none. */
    failedWith: string | null;
  } | null;
  redis: "none" | "answers" | "away";
  /** Bytes that the process takes. */
  memory: number;
};
