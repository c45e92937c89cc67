import "server-only";
import { z } from "zod";
import { parseAction } from "@/lib/domain/task/action";
import { outcomeOf, type Outcome } from "@/lib/domain/task/outcome";
import type { Step } from "@/lib/domain/task/step";
import { jsonSize } from "@/lib/server/upstream/cut-text";
import { imageKey } from "./image-key";
import { oddStepFields, type OddField } from "./odd-fields";
import { stepField, type WireStep } from "./wire-fields";

/** Steps beyond these are counted and not read. */
export const MOST_STEPS = 20_000;

/** What one member of the list of steps says by itself, whatever its neighbours say. */
export type ReadStep = {
  odd: readonly OddField[];
  /** `null`: it is no step. */
  content: StepContent | null;
};

/** The part of a step that is shown. */
export type StepContent = {
  /** `null` where it cannot be read: then it stands by its place. */
  number: number | null;
  isComplete: boolean;
  /** How the step before it went, by its own words. */
  outcomeBefore: Outcome;
  /** The presigned address of its screenshot; `null` where there is none, or whoever keeps it finds it elsewhere. */
  screenshotUrl: string | null;
  /** The step with the number and the outcome that it had last. */
  step: Step;
  /** The size of the step, in bytes of JSON. */
  bytes: number;
};

/** The list of steps of an answer, each member read by itself. */
export class ReadSteps {
  constructor(
    readonly members: readonly ReadStep[],
    /** The address of the screenshot of a member, by its index. */
    readonly screenshotUrlOf: (index: number) => string | null,
  ) {}

  /** Members that are too many to be read. */
  get surplus(): number {
    return Math.max(0, this.members.length - MOST_STEPS);
  }

  /** Fields that are not what was promised. */
  get odd(): OddField[] {
    const odd: OddField[] = [];
    for (const member of this.members) if (member.odd.length > 0) odd.push(...member.odd);
    return odd;
  }
}

/** Reads a list of steps from parsed JSON. Anything else than a list has no steps. `trim` cuts a step. */
export function readSteps(value: unknown, trim: (step: Step) => Step = asItIs): ReadSteps {
  const list: unknown[] = Array.isArray(value) ? value : [];
  const members = list.map((raw, index) =>
    index < MOST_STEPS ? readStep(raw, trim) : { odd: oddStepFields(raw), content: null },
  );
  return new ReadSteps(members, (index) => members[index]?.content?.screenshotUrl ?? null);
}

/** The steps as a field of a task: those that were read before it, or what parsed JSON has. */
export const stepsField = z
  .unknown()
  .optional()
  .transform((value) => (value instanceof ReadSteps ? value : readSteps(value)));

/** Reads one member of the list of steps from parsed JSON. */
export function readStep(raw: unknown, trim: (step: Step) => Step): ReadStep {
  const wire = stepField.parse(raw);
  return { odd: oddStepFields(raw), content: wire === null ? null : toContent(wire, trim) };
}

function toContent(wire: WireStep, trim: (step: Step) => Step): StepContent {
  const { number, screenshotUrl, evaluationPreviousGoal, nextGoal, memory } = wire;
  const step = trim(toStep(wire));
  return {
    number,
    isComplete: nextGoal !== "" || memory !== "" || wire.actions.length > 0,
    outcomeBefore: outcomeOf(evaluationPreviousGoal),
    screenshotUrl,
    step,
    bytes: jsonSize(step),
  };
}

function toStep(wire: WireStep): Step {
  return {
    number: wire.number ?? 0,
    memory: wire.memory,
    evaluation: wire.evaluationPreviousGoal,
    outcome: "unknown",
    nextGoal: wire.nextGoal,
    url: wire.url,
    hasScreenshot: wire.screenshotUrl !== null,
    screenshotKey: wire.screenshotUrl === null ? null : imageKey(wire.screenshotUrl),
    actions: wire.actions.map(parseAction),
    durationSeconds: wire.duration,
    isReported: true,
    cut: null,
  };
}

function asItIs(step: Step): Step {
  return step;
}
