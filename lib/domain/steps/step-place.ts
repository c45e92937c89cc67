/**
 * What stands behind the name of a step: ` of 7`. Some agents count from 0, so that step 6 is the last of seven; it is
 * called as it is numbered, and counted apart: ` · 7 of 7`.
 */
export function placeAmong(number: number, steps: readonly { number: number }[]): string {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return "";
  return first.number > 0
    ? ` of ${String(last.number)}`
    : ` · ${String(number - first.number + 1)} of ${String(last.number - first.number + 1)}`;
}
