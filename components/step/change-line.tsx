import { CircleSlash } from "lucide-react";
import { changeWords } from "@/lib/domain/changes/change-words";
import type { StepChange } from "@/lib/domain/changes/step-changes";

/** What a step changed on the screen, in a line whose room is there before it is known. */
export function ChangeLine({ change }: { change: StepChange | null }) {
  const words = change === null ? null : changeWords(change);
  return (
    <p className="mt-1 min-h-5 text-xs text-muted">
      {change !== null && words !== null && (
        <span
          title={`By the screenshots of steps ${String(change.before)} and ${String(change.after)}`}
          className={
            change.effect === "none"
              ? "inline-flex items-center gap-1.5 font-medium text-waiting"
              : undefined
          }
        >
          {change.effect === "none" && <CircleSlash aria-hidden="true" className="size-3.5" />}
          {words}
        </span>
      )}
    </p>
  );
}
