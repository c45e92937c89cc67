import type { StepChange } from "./step-changes";

/** What a step changed, in words; `null` where that would tell nothing, such as of a step that only waited. */
export function changeWords({
  effect,
  share,
}: Pick<StepChange, "effect" | "share">): string | null {
  if (effect === "none") return "The screen did not change";
  if (share === 0) return null;
  if (share < 0.01) return "Less than 1 % of the screen changed";
  if (share > 0.95) return "Nearly all of the screen changed";
  return `About ${String(Math.round(share * 100))} % of the screen changed`;
}
