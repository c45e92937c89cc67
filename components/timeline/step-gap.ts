/**
 * Words for the steps that the upstream left out before `number`; `null` where nothing is missing. Steps
 * count from 1; an agent that counts from 0 leaves nothing out.
 */
export function gapBefore(previous: number | null, number: number): string | null {
  const first = previous === null ? 1 : previous + 1;
  const last = number - 1;
  if (first > last) return null;
  return first === last
    ? `Step ${String(first)} not reported`
    : `Steps ${String(first)}–${String(last)} not reported`;
}
