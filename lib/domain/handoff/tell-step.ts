import { headlineOf } from "@/lib/domain/steps/step-headline";
import { stepHost } from "@/lib/domain/steps/step-texts";
import type { Action } from "@/lib/domain/task/action";
import type { Step } from "@/lib/domain/task/step";
import { beginningOf, truncate } from "@/lib/domain/text/truncate";
import type { ShownTexts } from "./shown-texts";

const WENT = { success: " [succeeded]", failure: " [failed]", unknown: "" } as const;
const HEADLINE = 120;

/** A step in one line: its number, how it went, where, and what it was about. */
export function stepLine(given: Step, shown: ShownTexts): string {
  const step = shown.step(given);
  const line = `#${String(step.number)}${WENT[step.outcome]} ${stepHost(step)}: ${headlineOf(step).text}`;
  return truncate(beginningOf(line, HEADLINE * 4).replace(/\s+/g, " "), HEADLINE);
}

/** All of a step that helps to understand it, line by line; no text longer than `longest` UTF-16 units. */
export function stepLines(
  given: Step,
  next: Step | undefined,
  shown: ShownTexts,
  longest: number,
): string {
  const step = shown.step(given);
  const went = next === undefined ? "" : shown.step(next).evaluation;
  return [
    line("address", step.url, longest),
    line("goal", step.nextGoal, longest),
    ...step.actions.flatMap((action) => actionLines(action, longest)),
    line("how it went", went, longest),
    line("memory", step.memory, longest),
  ]
    .filter((told) => told !== "")
    .join("\n");
}

function actionLines(action: Action, longest: number): string[] {
  if ("raw" in action) return [line("action", action.raw, longest)];
  const params = JSON.stringify(action.params);
  return [
    line("action", `${action.name} ${params}`, longest),
    line("  on", action.element?.name ?? "", longest),
    line("  for", action.title ?? "", longest),
    line("  error", action.error ?? "", longest),
    line("  answered", action.result ?? "", longest),
  ];
}

function line(name: string, text: string, longest: number): string {
  return text.trim() === "" ? "" : `${name}: ${truncate(text.trim(), longest)}`;
}
