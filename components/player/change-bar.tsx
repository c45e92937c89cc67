import type { StepChange } from "@/lib/domain/changes/step-changes";

/** Pixels that a whole screen is high. */
const HIGHEST = 6;

/** How much of the screen a step changed, as a bar under its picture; a dashed line where a click or an input changed nothing. */
export function ChangeBar({ effect, share }: Pick<StepChange, "effect" | "share">) {
  if (effect === "none") {
    return (
      <span
        data-part="no-change"
        className="absolute inset-x-0 top-full mt-[5px] border-t-2 border-dashed border-waiting"
      />
    );
  }
  if (share === 0) return null;
  return (
    <span
      data-part="change"
      style={{ height: Math.max(1, Math.round(share * HIGHEST)) }}
      className="absolute inset-x-0 top-full mt-1 rounded-b-sm bg-accent/55"
    />
  );
}
