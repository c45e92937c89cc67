"use client";

import { useImageState } from "@/components/ui/use-image-state";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import { ScreenshotMissing } from "./screenshot-missing";

type StepScreenshotProps = {
  taskId: string;
  step: number;
  hasScreenshot: boolean;
  screenshotKey: string | null;
};

/** The screenshot of one step as a plain picture; a link to the original. The room is reserved before it loads. */
export function StepScreenshot({
  taskId,
  step,
  hasScreenshot,
  screenshotKey,
}: StepScreenshotProps) {
  const { screenshot } = useTaskRoutes(taskId);
  const src = screenshot(step, 1280, screenshotKey);
  const { hasFailed, attempt, retry, imageProps } = useImageState(src);
  return (
    <div className="relative flex aspect-[16/10] w-full items-center justify-center overflow-hidden rounded-lg border border-line bg-raised">
      {!hasScreenshot || hasFailed ? (
        <ScreenshotMissing step={step} onRetry={hasScreenshot ? retry : null} />
      ) : (
        <a
          href={screenshot(step, null, screenshotKey)}
          target="_blank"
          rel="noreferrer"
          title="Open the original"
          className="block size-full"
        >
          <img
            key={`${src} ${String(attempt)}`}
            src={src}
            alt={`Screenshot of step ${String(step)}`}
            width={1280}
            height={800}
            decoding="async"
            className="size-full object-contain"
            {...imageProps}
          />
        </a>
      )}
    </div>
  );
}
