/** A way to walk through the steps of a run. */
export type StepMove = "next" | "previous" | "first" | "last";

/**
 * The step that a move leads to; `null` when there is none. From no selected step a run that goes on is
 * entered at its newest step, one that is over at the end that the move comes from. Numbers may have gaps.
 */
export function stepAfterMove(
  steps: readonly { number: number }[],
  selected: number | null,
  move: StepMove,
  isLive: boolean,
): number | null {
  const first = steps[0]?.number ?? null;
  const last = steps.at(-1)?.number ?? null;
  switch (move) {
    case "first":
      return first;
    case "last":
      return last;
    case "next":
      if (selected === null) return isLive ? last : first;
      return steps.find((step) => step.number > selected)?.number ?? last;
    case "previous":
      if (selected === null) return isLive ? (steps.at(-2)?.number ?? last) : last;
      return steps.findLast((step) => step.number < selected)?.number ?? first;
  }
}
