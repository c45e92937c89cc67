import type { Step } from "@/lib/domain/task/step";
import { testContent } from "./content";

/** A step that says one text wherever a step says any. */
export function stepOfText(text: string): Step {
  const texts = { nextGoal: text, evaluation: text, memory: text, url: text };
  const [step] = testContent({ steps: [{ ...texts, actions: [{ raw: text }] }] }).steps;
  if (step === undefined) throw new Error("There is one step");
  return step;
}
