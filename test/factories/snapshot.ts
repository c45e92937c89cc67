import { BLANK_STEP } from "@/lib/domain/task/blank-content";
import type { Step } from "@/lib/domain/task/step";
import { testContent } from "./content";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";

/** A step for tests, with nothing in it but its number and what is given. */
export function sampleStep(number: number, fields: Partial<Step> = {}): Step {
  return { ...BLANK_STEP, number, ...fields };
}

/** A snapshot of a running task for tests. */
export function sampleSnapshot(fields: Partial<TaskSnapshot> = {}): TaskSnapshot {
  const steps = fields.steps ?? [];
  const { task } = testContent({ task: { stepCount: steps.length } });
  return {
    revision: "a",
    fetchedAt: "2026-03-01T12:00:00.000Z",
    stale: null,
    steps,
    task,
    ...fields,
  };
}
