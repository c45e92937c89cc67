import type { Action } from "@/lib/domain/task/action";
import { actionLabel } from "./describe-action";
import { toPageAddress } from "@/lib/domain/text/page-address";
import type { Step } from "@/lib/domain/task/step";
import { paramText } from "./telling-params";

/** One text of a step, under the name that a reader knows it by. */
export type StepText = { name: string; text: string };

/** Every text of a step that can be searched, the most telling ones first. */
export function stepTexts(step: Step): StepText[] {
  return [
    { name: "Goal", text: step.nextGoal },
    ...step.actions.map((action) => ({ name: "Action", text: actionText(action) })),
    { name: "Evaluation", text: step.evaluation },
    { name: "Memory", text: step.memory },
    { name: "Address", text: step.url },
  ].filter(({ text }) => text !== "");
}

/** True where the texts of all steps come to no more than `most` UTF-16 units. Reads no further than that. */
export function areShort(steps: readonly Step[], most: number): boolean {
  let left = most;
  for (const step of steps) {
    left -= step.nextGoal.length + step.evaluation.length + step.memory.length + step.url.length;
    for (const action of step.actions) {
      if (left < 0) return false;
      left -= actionText(action).length;
    }
    if (left < 0) return false;
  }
  return true;
}

function actionText(action: Action): string {
  if ("raw" in action) return action.raw;
  const params = Object.entries(action.params).flatMap(([key, value]) => [key, paramText(value)]);
  return [
    actionLabel(action.name),
    action.name,
    ...params,
    action.element?.name ?? "",
    action.title ?? "",
    action.result ?? "",
    action.error ?? "",
  ].join(" ");
}

const hosts = new WeakMap<Step, string>();

/** The host a step stood on, or the word for an address without one. Kept for each step object. */
export function stepHost(step: Step): string {
  const known = hosts.get(step);
  if (known !== undefined) return known;
  const { label } = toPageAddress(step.url);
  hosts.set(step, label);
  return label;
}
