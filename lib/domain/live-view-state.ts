import type { Task } from "./task";
import { isFinal } from "./task-status";

/** Where the live view stands: words for each state are the component's. */
export type LiveViewState =
  /** The browser is not up yet, or the run is paused without one. */
  | { kind: "waiting"; reason: "not-started" | "no-session" }
  /** The browser is up; its address is being asked for, or its page is loading. */
  | { kind: "connecting" }
  | { kind: "live" }
  /** The address could not be had; asking again may help. */
  | { kind: "unavailable" }
  | { kind: "ended"; reason: "task" | "session" };

/** What the browser has done so far to show the live view. */
export type LiveConnection = "none" | "requested" | "loaded" | "failed";

/** Decides what the live panel shows, from the task and from how far the connection is. */
export function liveViewState(
  task: Pick<Task, "status" | "hasLive" | "sessionStatus">,
  connection: LiveConnection,
): LiveViewState {
  if (!task.hasLive) {
    if (isFinal(task.status)) return { kind: "ended", reason: "task" };
    if (task.sessionStatus === "stopped") return { kind: "ended", reason: "session" };
    return { kind: "waiting", reason: task.status === "created" ? "not-started" : "no-session" };
  }
  if (connection === "failed") return { kind: "unavailable" };
  return connection === "loaded" ? { kind: "live" } : { kind: "connecting" };
}
