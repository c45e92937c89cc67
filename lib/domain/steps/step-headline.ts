import { describeAction } from "./describe-action";
import type { Step } from "@/lib/domain/task/step";

/** What a step is called in one line, and where that comes from. */
export type StepHeadline = { from: "goal" | "memory" | "action" | "nothing"; text: string };

/**
 * The goal of a step; where the agent writes none, as the newest do, what it remembers; else what it did. An empty text
 * when nothing is recorded.
 */
export function headlineOf(step: Pick<Step, "nextGoal" | "memory" | "actions">): StepHeadline {
  const goal = step.nextGoal.trim();
  if (goal !== "") return { from: "goal", text: goal };
  const memory = step.memory.trim();
  if (memory !== "") return { from: "memory", text: memory };
  const [action] = step.actions;
  return action === undefined
    ? { from: "nothing", text: "" }
    : { from: "action", text: describeAction(action) };
}
