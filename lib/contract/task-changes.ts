import type { StepChange } from "@/lib/domain/changes/step-changes";

/** What the steps of a task changed on the screen. */
export type TaskChanges = {
  /** The steps of which both pictures could be had and compared, in their order. */
  changes: readonly StepChange[];
  /** False where time ran out before all were compared: ask again. */
  isComplete: boolean;
};
