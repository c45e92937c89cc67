import type { Step } from "@/lib/domain/task/step";

/** Steps judged a failure one after the other. Step numbers. */
export type FailureStreak = {
  first: number;
  last: number;
  count: number;
  /** What the agent wrote about the first of them, in the step after it, or else why what it did there failed. */
  evaluation: string;
  /** How many steps came after the last of them. */
  stepsAfter: number;
};

/** All failed steps of a task. `streaks` is in the order of the steps. */
export type Failures = { total: number; streaks: readonly FailureStreak[] };

/** Collects the steps whose evaluation, written in the step after each, says that they failed. */
export function findFailures(steps: readonly Step[]): Failures {
  const streaks: FailureStreak[] = [];
  let total = 0;
  steps.forEach((step, index) => {
    if (step.outcome !== "failure") return;
    total += 1;
    const stepsAfter = steps.length - 1 - index;
    const open = streaks.at(-1);
    if (open !== undefined && steps[index - 1]?.outcome === "failure") {
      streaks[streaks.length - 1] = {
        ...open,
        last: step.number,
        count: open.count + 1,
        stepsAfter,
      };
      return;
    }
    const written = steps[index + 1]?.evaluation ?? "";
    const evaluation = written === "" ? errorOf(step) : written;
    streaks.push({ first: step.number, last: step.number, count: 1, evaluation, stepsAfter });
  });
  return { total, streaks };
}

/** Why the last action that failed did, in the words of its tool; empty where nobody said. */
function errorOf({ actions }: Step): string {
  const errors = actions.map((action) => {
    if ("raw" in action) return "";
    // What went wrong outside of any tool is an action of this name.
    const { message } = action.params;
    return action.error ?? (action.name === "error" && typeof message === "string" ? message : "");
  });
  return errors.findLast((error) => error !== "") ?? "";
}
