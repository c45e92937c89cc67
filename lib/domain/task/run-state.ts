import { endLook } from "./end-look";
import type { Task } from "./task";
import type { TaskStatus } from "./task-status";

/** The state of a task for somebody who looks at it from outside the page: its status, that it is stuck, or that it ended and nobody says how. */
export type RunState = TaskStatus | "stuck" | "ended";

/** Sums a task up in one state: a finished one counts as it looks. */
export function runState(task: Pick<Task, "status" | "verdict">, isStuck: boolean): RunState {
  const { status, verdict } = task;
  if (isStuck) return "stuck";
  if (status !== "finished") return status;
  const { tone } = endLook({ status, verdict, hasAnswer: null });
  if (tone === "failure") return "failed";
  return tone === "success" ? "finished" : "ended";
}
