import "server-only";
import type { SharedDelta, SharedSnapshot } from "@/lib/contract/shared-snapshot";
import type { TaskDelta, TaskSnapshot } from "@/lib/contract/task-snapshot";
import type { ShareScope } from "@/lib/domain/sharing/grant";
import { visibleOfStep, visibleOfTask } from "@/lib/domain/sharing/shared-content";
import type { StepPatch } from "@/lib/domain/task/task-content";

/** A projected answer as it goes over the wire: what the scopes do not show is not even named. */
export function toSharedBody(
  body: TaskSnapshot | TaskDelta,
  scopes: readonly ShareScope[],
): SharedSnapshot | SharedDelta {
  if ("delta" in body) {
    const { task, steps, ...rest } = body;
    return {
      ...rest,
      ...(task === undefined ? {} : { head: visibleOfTask(task, scopes) }),
      ...(steps === undefined ? {} : { steps: steps.map(visible) }),
    };
  }
  const { revision, fetchedAt, stale, task, steps } = body;
  const head = visibleOfTask(task, scopes);
  const isStepsShown = scopes.includes("steps");
  return {
    revision,
    fetchedAt,
    stale,
    head,
    ...(isStepsShown ? { steps: steps.map(visible) } : {}),
  };

  function visible(step: StepPatch) {
    return { ...visibleOfStep(step, scopes), number: step.number };
  }
}
