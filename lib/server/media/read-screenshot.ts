import "server-only";
import type { AssetClient } from "@/lib/server/assets/asset-client";
import type { OnCache } from "@/lib/server/config/memory-budget";
import type { Freshness, ReadUpstreamTask } from "@/lib/server/tasks/read-upstream-task";
import { imageKey } from "@/lib/server/upstream/contracts/image-key";
import type { TaskGateway } from "@/lib/server/upstream/gateway";
import { fetchImage, toImage, type ImageFetch } from "./fetch-image";
import { createResizeImage } from "./resize-image";
import { ScreenshotStore, type ScreenshotPlace } from "./screenshot-store";

/** Told of each picture that was fetched, and of each that was made smaller, how it went. */
type OnPicture = (work: "fetch" | "resize", result: string) => void;

/** The screenshots of the tasks that `readUpstreamTask` knows, fetched by `client`, or read from the answer they came in. */
export function createScreenshots(
  readUpstreamTask: ReadUpstreamTask,
  { client, gateway }: { client: AssetClient; gateway: Pick<TaskGateway, "getPicture"> },
  { onPicture, onCache }: { onPicture: OnPicture; onCache: OnCache },
): ScreenshotStore {
  const resize = createResizeImage();
  const addressOf = async (place: ScreenshotPlace, isRenewal: boolean) => {
    const find = async (freshness: Freshness) => {
      const { screenshotUrls } = await readUpstreamTask(place.taskId, freshness);
      return findAddress(screenshotUrls, place.step, place.imageKey);
    };
    if (isRenewal) return find("renewed");
    // An image needs no fresh task, only one that knows the step.
    return (await find("cached")) ?? find("current");
  };
  /** A picture that came inside an answer, which has no address that can be fetched. */
  const readInside = async (taskId: string, address: string): Promise<ImageFetch> => {
    const { contract } = await readUpstreamTask(taskId, "cached");
    const bytes = await gateway
      .getPicture({ id: taskId, contract }, address)
      .catch(() => "failed" as const);
    if (bytes === "failed") return { ok: false, reason: "unreachable" };
    return bytes === null ? { ok: false, reason: "refused" } : toImage(bytes);
  };
  return new ScreenshotStore({
    addressOf,
    fetchImage: async (address, { taskId }) => {
      const fetched = isFetchable(address)
        ? await fetchImage(client, address)
        : await readInside(taskId, address);
      onPicture("fetch", fetched.ok ? "ok" : fetched.reason);
      return fetched;
    },
    resize: async (image, width) => {
      const resized = await resize(image, width);
      onPicture("resize", resized.ok ? "ok" : resized.reason);
      return resized;
    },
    onCache,
  });
}

function isFetchable(address: string): boolean {
  return /^https?:/i.test(address);
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
