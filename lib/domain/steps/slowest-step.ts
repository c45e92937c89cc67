import { median } from "@/lib/domain/text/median";
import type { Step } from "@/lib/domain/task/step";

const LEAST_STEPS = 4;

/** A step that took far longer than the others. Seconds; `ratio` is to the median, `share` of all steps together. */
export type SlowStep = {
  number: number;
  seconds: number;
  usual: number;
  ratio: number;
  share: number;
};

/** The step that took longest, beside the median; `null` without durations of at least four steps. */
export function slowestStep(steps: readonly Step[]): SlowStep | null {
  const timed = steps.flatMap(({ number, durationSeconds: seconds }) =>
    seconds === null ? [] : [{ number, seconds }],
  );
  if (timed.length < LEAST_STEPS) return null;
  const usual = median(timed.map(({ seconds }) => seconds));
  const slowest = timed.reduce((best, step) => (step.seconds > best.seconds ? step : best));
  if (usual === null || usual <= 0) return null;
  const total = timed.reduce((sum, { seconds }) => sum + seconds, 0);
  return { ...slowest, usual, ratio: slowest.seconds / usual, share: slowest.seconds / total };
}
