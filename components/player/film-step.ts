import type { Step } from "@/lib/domain/task/step";

/** A step as the film shows it. */
export type FilmStep = Pick<
  Step,
  "number" | "nextGoal" | "memory" | "actions" | "outcome" | "hasScreenshot" | "screenshotKey"
>;

/** A step of the film in words: its number, and what is the matter with it. `isDead`: what it did had no effect. */
export function filmStepLabel(
  step: Pick<FilmStep, "number" | "outcome" | "hasScreenshot">,
  isSuspect: boolean,
  isDead = false,
): string {
  const parts = [`Step ${String(step.number)}`];
  if (isSuspect) parts.push("suspect");
  if (step.outcome === "failure") parts.push("failed");
  if (isDead) parts.push("the screen did not change");
  if (!step.hasScreenshot) parts.push("no screenshot");
  return parts.join(", ");
}
