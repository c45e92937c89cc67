import type { Step } from "./step";
import type { Task } from "./task";

/** All that a snapshot says about a task: its head and its steps, in order of their numbers. */
export type TaskContent = { task: Task; steps: readonly Step[] };

/** One step of a delta: its number, and the fields that changed; all of them for a new step. */
export type StepPatch = { number: number } & Partial<Step>;

/** What leads from one content to another. */
export type ContentDelta = {
  task: Partial<Task>;
  steps: readonly StepPatch[];
  /** Numbers of steps that are no longer there. */
  removed: readonly number[];
};
