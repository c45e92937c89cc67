import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import type { TaskDelta, TaskSnapshot } from "./task-snapshot";

type SharedStep = { number: number } & Partial<Step>;

/**
 * The body of `GET /api/share/{shareId}`: a snapshot of which only what the link's scopes show is there. `revision`
 * changes exactly when that changes.
 */
export type SharedSnapshot = Pick<TaskSnapshot, "revision" | "fetchedAt" | "stale"> & {
  head: Partial<Task>;
  /** Absent where the link shows no steps. */
  steps?: readonly SharedStep[];
};

/** What changed since a revision, as in `TaskDelta`; `head` stands for its `task`. */
export type SharedDelta = Omit<TaskDelta, "task" | "steps"> & {
  head?: Partial<Task>;
  steps?: readonly SharedStep[];
};
