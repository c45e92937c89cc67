import type { ControlNote } from "@/lib/domain/task/control-note";

/** A message for the session of a run. `interrupt` cancels the run that is active, and starts another one with it. */
export type NewMessage = { text: string; interrupt: boolean };

/** What an operator may do to a task, where the server allows that: the body of `POST /api/tasks/{id}/control`. */
export type TaskControl =
  | { action: "stop"; withBrowser: boolean }
  | { action: "stop-browser" }
  | { action: "pause" | "resume" }
  | ({ action: "message" } & NewMessage);

/** The longest message that may be sent, in UTF-16 units. */
export const LONGEST_MESSAGE = 20_000;

/** Where a message stands; `unknown` for a word that is none of the service's. */
export const MESSAGE_STATUSES = [
  "pending",
  "dispatching",
  "consumed",
  "cancelled",
  "superseded",
  "failed",
] as const;

/** A message that waits in the session of a run. The text may be cut; the time is ISO 8601. */
export type QueuedMessage = {
  id: number;
  text: string;
  mode: "queue" | "interrupt";
  status: (typeof MESSAGE_STATUSES)[number] | "unknown";
  createdAt: string | null;
};

/**
 * The answer of `GET /api/tasks/{id}/control`: whether this server changes tasks, whether this one can be paused and
 * resumed, and what was done to it through this server, the oldest first.
 */
export type ControlStanding = {
  isAllowed: boolean;
  canPause: boolean;
  notes: readonly ControlNote[];
};

/** The answer of `GET /api/tasks/{id}/queue`. */
export type MessageQueue = { messages: readonly QueuedMessage[] };
