import type { Task } from "./task";
import type { TaskStatus } from "./task-status";

/** The state of a task for somebody who looks at it from outside the page: its status, or that it is stuck. */
export type RunState = TaskStatus | "stuck";

/** Sums a task up in one state: a finished one that is judged, or says itself, to have failed has failed. */
export function runState(task: Pick<Task, "status" | "verdict">, isStuck: boolean): RunState {
  const { status, verdict } = task;
  if (isStuck) return "stuck";
  if (status !== "finished") return status;
  return (verdict.judge ?? verdict.agent) === false ? "failed" : "finished";
}
