import { changeWords } from "@/lib/domain/changes/change-words";
import type { StepChange } from "@/lib/domain/changes/step-changes";

/** What a step changed on the screen, in words; nothing where there are none. */
export function ChangeWords({ change }: { change: StepChange }) {
  const words = changeWords(change);
  if (words === null) return null;
  return (
    <span
      title={`By the screenshots of steps ${String(change.before)} and ${String(change.after)}`}
      className={change.effect === "none" ? "text-waiting" : "font-normal text-muted"}
    >
      {words}
    </span>
  );
}
