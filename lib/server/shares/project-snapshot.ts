import "server-only";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { shareContent } from "@/lib/domain/content-delta";
import type { ShareScope } from "@/lib/domain/grant";
import type { Masking } from "@/lib/domain/masking";
import { projectStep, projectTask } from "@/lib/domain/shared-content";
import type { TaskContent } from "@/lib/domain/task-content";
import { viewerProblem } from "@/lib/server/access/viewer-problem";
import { revisionOf } from "@/lib/server/tasks/revision";

/** What was projected last, kept so that steps without a change are not projected again. */
export type Projection = {
  /** The revision of the whole content. */
  from: string;
  whole: TaskContent;
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
  const whole = before === null ? { task, steps } : shareContent(before.whole, { task, steps });
  const known = new Map(before?.whole.steps.map((step, at) => [step, before.shown.steps[at]]));
  const shown: TaskContent = {
    task:
      whole.task === before?.whole.task ? before.shown.task : projectTask(task, scopes, masking),
    steps: scopes.includes("steps")
      ? whole.steps.map((step) => known.get(step) ?? projectStep(step, scopes, masking))
      : [],
  };
  return { from, whole, shown, revision: revisionOf(shown.task, shown.steps) };
}

/** The snapshot that a holder of the link gets. */
export function shownSnapshot({ shown, revision }: Projection, whole: TaskSnapshot): TaskSnapshot {
  const { fetchedAt, stale } = whole;
  const told = stale === null ? null : { ...stale, reason: viewerProblem(stale.reason) };
  return { ...shown, revision, fetchedAt, stale: told };
}
