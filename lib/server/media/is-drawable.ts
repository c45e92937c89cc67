import "server-only";
import sharp from "sharp";

/** More pixels than any screenshot has; whoever draws them needs four bytes for each. */
export const MOST_PIXELS = 50_000_000;

/** True for a picture whose head can be read and that is not too large to draw. Draws nothing itself. */
export async function isDrawable(bytes: Uint8Array): Promise<boolean> {
  try {
    const { width, height } = await sharp(bytes, {
      limitInputPixels: MOST_PIXELS,
      failOn: "none",
    }).metadata();
    return width > 0 && height > 0 && width * height <= MOST_PIXELS;
  } catch {
    return false;
  }
}
