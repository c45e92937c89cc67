import "server-only";
import { parseAction } from "@/lib/domain/task/action";
import { outcomeOf } from "@/lib/domain/task/outcome";
import type { Step } from "@/lib/domain/task/step";
import { imageKey } from "./image-key";
import type { WireStep, WireSteps } from "./wire-fields";

/** Steps with the addresses of their screenshots apart: those are presigned and never leave the server. */
export type MappedSteps = {
  steps: Step[];
  /** Counts the steps that are too many to keep, too. */
  stepCount: number;
  screenshotUrls: ReadonlyMap<number, string>;
};

/**
 * Maps steps of either wire contract: sorted by number, each number once (the last complete one wins), each
 * outcome read from the evaluation in the next reported step.
 */
export function stepsToDomain({ kept, surplus }: WireSteps): MappedSteps {
  const byNumber = new Map<number, WireStep>();
  for (const [index, step] of kept.entries()) {
    const number = step.number ?? index + 1;
    const known = byNumber.get(number);
    // A step without a readable number stands by its place and gives way to one that has the number.
    const yields = step.number === null && known !== undefined;
    if (!yields && (known === undefined || isComplete(step) || !isComplete(known)))
      byNumber.set(number, step);
  }
  const sorted = [...byNumber].sort(([a], [b]) => a - b);
  const screenshotUrls = new Map<number, string>();
  const steps = sorted.map(([number, step], index) => {
    if (step.screenshotUrl !== null) screenshotUrls.set(number, step.screenshotUrl);
    return toStep(number, step, sorted[index + 1]?.[1]);
  });
  return { steps, stepCount: steps.length + surplus, screenshotUrls };
}

function isComplete(step: WireStep): boolean {
  return step.nextGoal !== "" || step.memory !== "" || step.actions.length > 0;
}

function toStep(number: number, step: WireStep, next: WireStep | undefined): Step {
  return {
    number,
    memory: step.memory,
    evaluation: step.evaluationPreviousGoal,
    outcome: next === undefined ? "unknown" : outcomeOf(next.evaluationPreviousGoal),
    nextGoal: step.nextGoal,
    url: step.url,
    hasScreenshot: step.screenshotUrl !== null,
    screenshotKey: step.screenshotUrl === null ? null : imageKey(step.screenshotUrl),
    actions: step.actions.map(parseAction),
    durationSeconds: step.duration,
    isReported: true,
    cut: null,
  };
}
