import { actionLabel } from "./describe-action";
import { paramText } from "./telling-params";
import { toPageAddress } from "./page-address";
import type { Step } from "./step";

/** One text of a step, under the name that a reader knows it by. */
export type StepText = { name: string; text: string };

/** Every text of a step that can be searched, the most telling ones first. */
export function stepTexts(step: Step): StepText[] {
  return [
    { name: "Goal", text: step.nextGoal },
    ...step.actions.map((action) => ({
      name: "Action",
      text:
        "raw" in action
          ? action.raw
          : [
              actionLabel(action.name),
              action.name,
              ...Object.entries(action.params).flatMap(([key, value]) => [key, paramText(value)]),
              action.element?.name ?? "",
              action.result ?? "",
            ].join(" "),
    })),
    { name: "Evaluation", text: step.evaluation },
    { name: "Memory", text: step.memory },
    { name: "Address", text: step.url },
  ].filter(({ text }) => text !== "");
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
