import "server-only";
import pLimit from "p-limit";
import sharp from "sharp";
import type { ScreenshotWidth } from "@/lib/contract/routes";
import { MOST_PIXELS, type OriginalImage } from "./fetch-image";

const MOST_JOBS = 2;
const DEADLINE_SECONDS = 10;

/** A smaller image, or why there is none: time may be there later, what cannot be decoded never will be. */
export type Resizing =
  { ok: true; image: OriginalImage } | { ok: false; reason: "timeout" | "undecodable" };

/** Makes a WebP of at most `width` pixels, of one frame; a cut image gives what there is. */
export type ResizeImage = (image: OriginalImage, width: ScreenshotWidth) => Promise<Resizing>;

/** See `ResizeImage`. Two are made at a time, each by one thread: polls are answered by the same processor. */
export function createResizeImage(): ResizeImage {
  const limit = pLimit(MOST_JOBS);
  sharp.concurrency(1);
  sharp.cache(false);
  return (image, width) =>
    limit(async () => {
      try {
        const bytes = await sharp(image.bytes, {
          limitInputPixels: MOST_PIXELS,
          pages: 1,
          failOn: "none",
        })
          .timeout({ seconds: DEADLINE_SECONDS })
          .autoOrient()
          .resize({ width, withoutEnlargement: true })
          .webp({ quality: 78, effort: 3 })
          .toBuffer();
        return { ok: true, image: { bytes, type: "webp" } };
      } catch (error) {
        return { ok: false, reason: resizeFailure(error) };
      }
    });
}

/** Tells the library's own deadline, which only its words name, from an image that cannot be drawn. */
export function resizeFailure(error: unknown): "timeout" | "undecodable" {
  return error instanceof Error && /^timeout\b/i.test(error.message) ? "timeout" : "undecodable";
}
