"use client";

import { ImageOff, RefreshCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useImageState } from "@/components/ui/use-image-state";
import { apiRoutes } from "@/lib/contract/routes";

type StepScreenshotProps = {
  taskId: string;
  step: number;
  hasScreenshot: boolean;
  screenshotKey: string | null;
};

/** The screenshot of one step on the stage; a link to the original. The room is reserved before it loads. */
export function StepScreenshot({
  taskId,
  step,
  hasScreenshot,
  screenshotKey,
}: StepScreenshotProps) {
  const src = apiRoutes.screenshot(taskId, step, 1280, screenshotKey);
  const { hasFailed, attempt, retry, imageProps } = useImageState(src);
  return (
    <div className="relative flex aspect-[16/10] w-full items-center justify-center overflow-hidden rounded-lg border border-line bg-raised">
      {!hasScreenshot || hasFailed ? (
        <div className="flex flex-col items-center gap-2 p-6 text-center text-muted">
          <ImageOff aria-hidden="true" className="size-6 opacity-70" />
          <p>
            {hasScreenshot
              ? `The screenshot of step ${String(step)} could not be loaded.`
              : `Step ${String(step)} has no screenshot.`}
          </p>
          {hasScreenshot && (
            <Button onClick={retry}>
              <RefreshCw aria-hidden="true" />
              Load again
            </Button>
          )}
        </div>
      ) : (
        <a
          href={apiRoutes.screenshot(taskId, step, null, screenshotKey)}
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
