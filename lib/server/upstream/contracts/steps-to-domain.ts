import "server-only";
import type { Outcome } from "@/lib/domain/task/outcome";
import type { Step } from "@/lib/domain/task/step";
import type { ReadStep, ReadSteps, StepContent } from "./read-steps";

/** Steps with the addresses of their screenshots apart: those are presigned and never leave the server. */
type MappedSteps = {
  steps: Step[];
  /** Counts the steps that are too many to keep, too. */
  stepCount: number;
  screenshotUrls: ReadonlyMap<number, string>;
};

/** A step under its number, and its index in the list. */
type Placed = { number: number; content: StepContent; index: number };

/**
 * Maps steps of either wire contract: sorted by number, each number once (the last complete one wins), each
 * outcome read from the evaluation in the next reported step.
 */
export function stepsToDomain(read: ReadSteps): MappedSteps {
  const placed = inOrder(placedSteps(read.members));
  const screenshotUrls = new Map<number, string>();
  const steps = placed.map(({ number, content, index }, at) => {
    const address = content.step.hasScreenshot ? read.screenshotUrlOf(index) : null;
    if (address !== null) screenshotUrls.set(number, address);
    return withPlace(content, number, placed[at + 1]?.content.outcomeBefore ?? "unknown");
  });
  return { steps, stepCount: steps.length + read.surplus, screenshotUrls };
}

function placedSteps(members: readonly ReadStep[]): Placed[] {
  const placed: Placed[] = [];
  members.forEach(({ content }, index) => {
    if (content === null) return;
    placed.push({ number: content.number ?? placed.length + 1, content, index });
  });
  return placed;
}

function inOrder(placed: readonly Placed[]): readonly Placed[] {
  // As nearly every answer has them.
  if (placed.every(({ number }, at) => at === 0 || number > (placed[at - 1]?.number ?? number)))
    return placed;
  const byNumber = new Map<number, Placed>();
  for (const one of placed) {
    const known = byNumber.get(one.number)?.content;
    // A step without a readable number stands by its place and gives way to one that has the number.
    const yields = one.content.number === null && known !== undefined;
    if (!yields && (known === undefined || one.content.isComplete || !known.isComplete))
      byNumber.set(one.number, one);
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}

/** The step, the same object as long as number and outcome stay. */
function withPlace(content: StepContent, number: number, outcome: Outcome): Step {
  const { step } = content;
  if (step.number === number && step.outcome === outcome) return step;
  content.step = { ...step, number, outcome };
  return content.step;
}
