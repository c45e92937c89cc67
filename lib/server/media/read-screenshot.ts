import "server-only";
import { getAssetClient } from "@/lib/server/assets/process-asset-client";
import { processWide } from "@/lib/server/config/process-wide";
import { readUpstreamTask, type Freshness } from "@/lib/server/tasks/read-upstream-task";
import { fetchImage } from "./fetch-image";
import { resizeImage } from "./resize-image";
import {
  ScreenshotStore,
  type ScreenshotKey,
  type ScreenshotPlace,
  type ScreenshotReading,
} from "./screenshot-store";
import { imageKey } from "@/lib/server/upstream/contracts/image-key";

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

async function addressOf(place: ScreenshotPlace, isRenewal: boolean): Promise<string | null> {
  const find = async (freshness: Freshness) => {
    const { screenshotUrls } = await readUpstreamTask(place.taskId, freshness);
    return findAddress(screenshotUrls, place.step, place.imageKey);
  };
  if (isRenewal) return find("renewed");
  // An image needs no fresh task, only one that knows the step.
  return (await find("held")) ?? find("current");
}

/**
 * The presigned address of a step's screenshot; with a key, of the picture that the key names and of no
 * other: steps may have been renumbered since the page was drawn.
 */
export function findAddress(
  addresses: ReadonlyMap<number, string>,
  step: number,
  key: string | null,
): string | null {
  const own = addresses.get(step);
  if (key === null) return own ?? null;
  if (own !== undefined && imageKey(own) === key) return own;
  for (const address of addresses.values()) if (imageKey(address) === key) return address;
  return null;
}
