import { ImageOff, RefreshCw } from "lucide-react";
import { Button } from "@/components/ui/button";

type ScreenshotMissingProps = {
  step: number;
  /** There is one, but it did not load; `null` when the step has none. */
  onRetry: (() => void) | null;
};

/** What stands in the place of a screenshot that is not there. */
export function ScreenshotMissing({ step, onRetry }: ScreenshotMissingProps) {
  return (
    <div className="flex flex-col items-center gap-2 p-6 text-center text-muted">
      <ImageOff aria-hidden="true" className="size-6 opacity-70" />
      <p>
        {onRetry === null
          ? `Step ${String(step)} has no screenshot.`
          : `The screenshot of step ${String(step)} could not be loaded.`}
      </p>
      {onRetry !== null && (
        <Button onClick={onRetry}>
          <RefreshCw aria-hidden="true" />
          Load again
        </Button>
      )}
    </div>
  );
}
