import type { Step } from "@/lib/domain/task/step";

/** Two pictures between which a step did what it did. */
export type PicturePair = {
  /** The step whose actions lie between them. */
  step: Step;
  before: Step;
  after: Step;
};

/**
 * The pictures around each step, in the order of the steps. A step of v2 shows the page as the agent saw it before it
 * acted, so the picture after it is that of the next step. A step of a run of v4 (`isRun`) ends with its picture, so the
 * one before it is that of an earlier step. Steps that have no such pair are left out, and so are those whose two
 * pictures are one: a service that gives the old picture until the new one is there has shown nothing.
 */
export function picturePairs(steps: readonly Step[], isRun: boolean): readonly PicturePair[] {
  let pictured: Step | null = null;
  return steps.flatMap((step, index): PicturePair[] => {
    const earlier = pictured;
    if (step.hasScreenshot) pictured = step;
    const next = steps[index + 1] ?? null;
    const [before, after] = isRun ? [earlier, step] : [step, next];
    if (before === null || after === null || !before.hasScreenshot || !after.hasScreenshot)
      return [];
    // Between steps that are missing something was done that nobody can tell.
    if (!isRun && after.number !== before.number + 1) return [];
    const isOne = before.screenshotKey === null || before.screenshotKey === after.screenshotKey;
    return isOne ? [] : [{ step, before, after }];
  });
}
