import { describeAction } from "@/lib/domain/steps/describe-action";
import { formatDuration } from "@/lib/domain/text/format-duration";
import type { Outcome } from "@/lib/domain/task/outcome";
import type { Step } from "@/lib/domain/task/step";
import { headlineOf } from "@/lib/domain/steps/step-headline";
import { truncate } from "@/lib/domain/text/truncate";

const OUTCOMES: Record<Outcome, string | null> = {
  success: "Succeeded",
  failure: "Failed",
  unknown: null,
};

/** What a step did, its actions in a few words each. */
export function actionWords(step: Step): string {
  if (step.actions.length === 0) return "No action recorded";
  const words = step.actions.slice(0, 3).map(describeAction);
  const more = step.actions.length - words.length;
  return more > 0 ? `${words.join(", ")} and ${String(more)} more` : words.join(", ");
}

/** The goal of a step for a line or two, or what it is called instead. */
export function goalWords(step: Step): string {
  const { text } = headlineOf(step);
  return text === "" ? "Nothing recorded" : truncate(text, 300);
}

/** How a step went and how long it took; an empty text where nobody said. */
export function courseWords(step: Step): string {
  const time = step.durationSeconds === null ? null : formatDuration(step.durationSeconds);
  return [OUTCOMES[step.outcome], time].filter((part) => part !== null).join(" · ");
}
