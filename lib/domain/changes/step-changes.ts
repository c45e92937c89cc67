import type { Step } from "@/lib/domain/task/step";
import { effectOf, type Effect } from "./effect";
import { isEmptyClaim } from "./empty-claim";
import { picturePairs, type PicturePair } from "./picture-pairs";
import type { ScreenChange } from "./screen-change";

/** What one step changed on the screen, by the pictures before and after it. */
export type StepChange = Pick<ScreenChange, "share" | "boxes"> & {
  step: number;
  /** The numbers of the steps with the two pictures. */
  before: number;
  after: number;
  effect: Effect;
  /** The agent says that it succeeded, and nothing changed where something should have. */
  isEmptyClaim: boolean;
};

/**
 * The changes of all steps of which both pictures could be compared. `changeOf` gives what differs in a pair, `null`
 * where that is not known. Of a run of v4 no step is said to have had no effect: its picture may be from any moment.
 */
export function stepChanges(
  steps: readonly Step[],
  isRun: boolean,
  changeOf: (pair: PicturePair) => ScreenChange | null,
): readonly StepChange[] {
  const pairs = picturePairs(steps, isRun).map((pair) => ({ pair, change: changeOf(pair) }));
  return pairs.flatMap(({ pair, change }, index): StepChange[] => {
    if (change === null) return [];
    const { step, before, after } = pair;
    const follower = pairs[index + 1];
    const following = follower?.pair.before === after ? follower.change : null;
    const seen = effectOf(pair, isRun ? null : after, { change, following });
    const effect = isRun && seen === "none" ? "unknown" : seen;
    return [
      {
        step: step.number,
        before: before.number,
        after: after.number,
        share: change.share,
        boxes: change.boxes,
        effect,
        isEmptyClaim: isEmptyClaim(step, after, effect),
      },
    ];
  });
}
