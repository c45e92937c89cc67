import "server-only";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import type { ShareScope } from "@/lib/domain/sharing/grant";
import type { Masking } from "@/lib/domain/secrets/masking";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import { projectStep, projectTask } from "@/lib/domain/sharing/shared-content";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { viewerProblem } from "./viewer-problem";
import { revisionOf } from "@/lib/server/tasks/revision";

/** What was projected last, kept so that what did not change is not projected again. */
export type Projection = {
  /** The revision of the whole content. */
  from: string;
  /** By what they were made of, which is held by the task store and not from here. */
  tasks: WeakMap<Task, Task>;
  steps: WeakMap<Step, Step>;
  shown: TaskContent;
  /** The revision of what is shown. */
  revision: string;
};

/** What of a snapshot the scopes show, built on what was shown `before`; the same one when nothing is new. */
export function projectSnapshot(
  before: Projection | null,
  { revision: from, task, steps }: TaskSnapshot,
  scopes: readonly ShareScope[],
  masking: Masking,
): Projection {
  if (before?.from === from) return before;
  const known = {
    tasks: before?.tasks ?? new WeakMap<Task, Task>(),
    steps: before?.steps ?? new WeakMap<Step, Step>(),
  };
  const shown: TaskContent = {
    task: once(known.tasks, task, () => projectTask(task, scopes, masking)),
    steps: scopes.includes("steps")
      ? steps.map((step) => once(known.steps, step, () => projectStep(step, scopes, masking)))
      : [],
  };
  return { from, ...known, shown, revision: revisionOf(shown.task, shown.steps) };
}

function once<T extends object>(known: WeakMap<T, T>, key: T, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** The snapshot that a holder of the link gets. */
export function shownSnapshot({ shown, revision }: Projection, full: TaskSnapshot): TaskSnapshot {
  const { fetchedAt, stale } = full;
  const told = stale === null ? null : { ...stale, reason: viewerProblem(stale.reason) };
  return { ...shown, revision, fetchedAt, stale: told };
}
