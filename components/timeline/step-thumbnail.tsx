"use client";

import { ImageOff } from "lucide-react";
import { useImageState } from "@/components/ui/use-image-state";
import { useTaskRoutes } from "@/lib/client/url/task-routes";

type StepThumbnailProps = {
  taskId: string;
  step: number;
  hasScreenshot: boolean;
  screenshotKey: string | null;
};

/** The small picture of a step, of one size whatever the screenshot's. */
export function StepThumbnail({ taskId, step, hasScreenshot, screenshotKey }: StepThumbnailProps) {
  const { screenshot } = useTaskRoutes(taskId);
  const small = screenshot(step, 160, screenshotKey);
  const { hasFailed, imageProps } = useImageState(small);
  return (
    <span className="flex h-[3.25rem] w-[5.2rem] shrink-0 items-center justify-center overflow-hidden rounded-[5px] border border-line bg-raised text-faint">
      {hasScreenshot && !hasFailed ? (
        // The optimizer of next/image would cache private pictures for everyone.
        <img
          src={small}
          srcSet={`${small} 1x, ${screenshot(step, 320, screenshotKey)} 2x`}
          alt=""
          width={83}
          height={52}
          loading="lazy"
          decoding="async"
          className="size-full object-cover object-top"
          {...imageProps}
        />
      ) : (
        <ImageOff aria-hidden="true" className="size-3.5 opacity-70" />
      )}
    </span>
  );
}
