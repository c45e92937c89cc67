import { kindOfAction } from "@/lib/domain/changes/action-kind";
import type { Effect } from "@/lib/domain/changes/effect";
import type { Step } from "@/lib/domain/task/step";
import { beginningOf } from "@/lib/domain/text/truncate";

/** As much of a text is read, in characters. */
const READ = 2000;
/** What succeeds without a sign on the page. */
const WITHOUT_SIGN =
  /download|clipboard|\b(?:cop(?:y|ied)|export|print|sav(?:e|ed|ing)|tab)\b|herunterlad|kopier|speicher|下载|复制|保存/iu;

/**
 * Whether the agent says of a step that it succeeded while nothing on the screen changed. What shows no sign of success,
 * such as a download, is no claim of that kind. `next` is the step after it, which tells how it went.
 */
export function isEmptyClaim(
  step: Step,
  next: Step | undefined,
  effects: ReadonlyMap<number, Effect>,
): boolean {
  if (effects.get(step.number) !== "none" || step.outcome !== "success") return false;
  const texts = [step.nextGoal, next?.evaluation ?? "", next?.memory ?? ""];
  return !texts.some((text) => WITHOUT_SIGN.test(beginningOf(text, READ)));
}

/** Whether the agent only waited, read and reported after the step at an index. */
export function isLastDeed(steps: readonly Step[], index: number): boolean {
  return steps
    .slice(index + 1)
    .every(({ actions }) =>
      actions.every((action) => /^(?:wait|read)$/.test(kindOfAction(action))),
    );
}
