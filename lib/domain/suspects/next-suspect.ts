import type { Suspect } from "./find-suspects";

/**
 * The suspect step a reader comes to from the selected one, by number: the next (`1`) or the one before
 * (`-1`). With no step selected, the first or the last of them. `null` when there is none that way.
 */
export function nextSuspectStep(
  suspects: readonly Suspect[],
  selected: number | null,
  direction: 1 | -1,
): number | null {
  const steps = suspects
    .flatMap(({ step }) => (step === null ? [] : [step]))
    .sort((a, b) => (a - b) * direction);
  const isAhead = (step: number) => selected === null || (step - selected) * direction > 0;
  return steps.find(isAhead) ?? null;
}
