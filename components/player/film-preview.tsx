import { ImageOff } from "lucide-react";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import { headlineOf } from "@/lib/domain/steps/step-headline";
import { truncate } from "@/lib/domain/text/truncate";
import type { FilmStep } from "./film-step";

/** The preview is this wide, in pixels. */
const WIDTH = 336;

type FilmPreviewProps = {
  taskId: string;
  step: FilmStep;
  /** The middle of the thumbnail, and the width of the strip, in pixels from its left edge. */
  middle: number;
  stripWidth: number;
};

/** A larger picture of the step under the pointer or the focus, floating over the stage. The stage itself has it for the ear. */
export function FilmPreview({ taskId, step, middle, stripWidth }: FilmPreviewProps) {
  const { screenshot } = useTaskRoutes(taskId);
  const left = Math.max(8, Math.min(middle - WIDTH / 2, stripWidth - WIDTH - 8));
  return (
    <div
      aria-hidden="true"
      style={{ left, width: WIDTH }}
      className="absolute bottom-full z-20 overflow-hidden rounded-lg border border-line-strong bg-surface shadow-xl"
    >
      <div className="flex aspect-[16/10] items-center justify-center bg-raised text-faint">
        {step.hasScreenshot ? (
          <img
            key={step.number}
            src={screenshot(step.number, 640, step.screenshotKey)}
            alt=""
            width={WIDTH}
            height={(WIDTH * 10) / 16}
            className="size-full object-contain"
          />
        ) : (
          <ImageOff className="size-5 opacity-70" />
        )}
      </div>
      <p className="flex gap-2 border-t border-line px-2.5 py-1.5 text-xs">
        <span className="shrink-0 font-medium tabular-nums">Step {step.number}</span>
        <span dir="auto" className="min-w-0 truncate foreign-text text-muted">
          <UntrustedText text={truncate(headlineOf(step).text, 200)} />
        </span>
      </p>
    </div>
  );
}
