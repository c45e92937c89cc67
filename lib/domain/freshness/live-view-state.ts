import type { Task } from "@/lib/domain/task/task";
import { isFinal } from "@/lib/domain/task/task-status";

/** Where the live view stands: words for each state are the component's. */
export type LiveViewState =
  /** The browser is not up yet, or the run is paused without one. */
  | { kind: "waiting"; reason: "not-started" | "no-session" }
  /**
   * The browser is up, and its live page is not loaded: it could take the keyboard. Screenshots stand in its place.
   * `outlives`: its run is over.
   */
  | { kind: "screenshots"; outlives: boolean }
  /** Its address is being asked for, or its page is loading; `isSlow` when that takes longer than it should. */
  | { kind: "connecting"; isSlow: boolean }
  /** Something was loaded. What it shows nobody but the reader can tell: a refusal or an error page loads, too. */
  | { kind: "open" }
  /** The address could not be had; asking again may help. */
  | { kind: "unavailable" }
  | { kind: "ended"; reason: "task" | "session" };

/** What the browser has done so far to show the live view. */
export type LiveConnection = "none" | "requested" | "loaded" | "failed";

/** How far it is, and the time since the live page was asked for. */
type LiveAttempt = { connection: LiveConnection; waitedMs: number };

/** A live page that takes longer than this to load, in milliseconds, may never do. */
export const SLOW_AFTER_MS = 15_000;

/** Decides what the live panel shows, from the task and from how far the connection is. */
export function liveViewState(
  task: Pick<Task, "status" | "hasLive" | "sessionStatus">,
  { connection, waitedMs }: LiveAttempt,
): LiveViewState {
  if (!task.hasLive) {
    if (isFinal(task.status)) return { kind: "ended", reason: "task" };
    if (task.sessionStatus === "stopped") return { kind: "ended", reason: "session" };
    return { kind: "waiting", reason: task.status === "created" ? "not-started" : "no-session" };
  }
  switch (connection) {
    case "none":
      return { kind: "screenshots", outlives: isFinal(task.status) };
    case "failed":
      return { kind: "unavailable" };
    case "loaded":
      return { kind: "open" };
    case "requested":
      return { kind: "connecting", isSlow: waitedMs >= SLOW_AFTER_MS };
  }
}
