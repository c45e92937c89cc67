import "server-only";
import { getAssetClient } from "@/lib/server/assets/process-asset-client";
import { processWide } from "@/lib/server/process-wide";
import { readUpstreamTask } from "@/lib/server/tasks/read-upstream-task";
import { fetchImage } from "./fetch-image";
import { resizeImage } from "./resize-image";
import { ScreenshotStore, type ScreenshotKey, type ScreenshotReading } from "./screenshot-store";

/** Reads the screenshot of a step from the store of this process; `signal` tells when its reader goes away. Throws `UpstreamError`. */
export function readScreenshot(
  key: ScreenshotKey,
  signal: AbortSignal,
): Promise<ScreenshotReading> {
  const store = processWide(
    "screenshots",
    () =>
      new ScreenshotStore({
        addressOf,
        fetchImage: (address) => fetchImage(getAssetClient(), address),
        resize: resizeImage,
      }),
  );
  return store.read(key, signal);
}

async function addressOf(taskId: string, step: number, isRenewal: boolean): Promise<string | null> {
  if (isRenewal)
    return (await readUpstreamTask(taskId, "renewed")).screenshotUrls.get(step) ?? null;
  // An image needs no fresh task, only one that knows the step.
  const held = (await readUpstreamTask(taskId, "held")).screenshotUrls.get(step);
  return held ?? (await readUpstreamTask(taskId, "current")).screenshotUrls.get(step) ?? null;
}
