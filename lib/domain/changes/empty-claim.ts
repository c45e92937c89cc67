import type { Step } from "@/lib/domain/task/step";
import { beginningOf } from "@/lib/domain/text/truncate";
import type { Effect } from "./effect";

/** As much of a text is read, in characters. */
const READ = 2000;

/** What succeeds without a sign on the page. */
const WITHOUT_SIGN =
  /download|clipboard|\b(?:cop(?:y|ied)|export|print|sav(?:e|ed|ing)|tab)\b|herunterlad|kopier|speicher|下载|复制|保存/iu;

/**
 * Whether the agent says of a step that it succeeded while nothing on the screen changed. What shows no sign of success,
 * such as a download, is no claim of that kind. `next` is the step after it, which tells how it went.
 */
export function isEmptyClaim(step: Step, next: Step | null, effect: Effect): boolean {
  if (effect !== "none" || step.outcome !== "success") return false;
  const texts = [step.nextGoal, next?.evaluation ?? "", next?.memory ?? ""];
  return !texts.some((text) => WITHOUT_SIGN.test(beginningOf(text, READ)));
}
