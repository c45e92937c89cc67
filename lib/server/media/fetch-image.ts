import "server-only";
import sharp from "sharp";
import type { AssetClient } from "@/lib/server/assets/asset-client";
import { readBytes } from "@/lib/server/assets/read-bytes";

const LARGEST_BYTES = 10 * 1024 * 1024;
const DEADLINE_MS = 15_000;
/** What storage services answer to an address whose signature ran out or whose object is gone. */
const REFUSALS = new Set([400, 401, 403, 404, 410]);

/** An image as stored upstream. */
export type OriginalImage = { bytes: Uint8Array; type: ImageType };

/** An image, or why there is none: `refused` may be cured by a new address, `unusable` by nothing. */
export type ImageFetch =
  | { ok: true; image: OriginalImage }
  | { ok: false; reason: "refused" | "unusable" | "unreachable" };

/** Fetches one image of at most 10 MiB; see `toImage`. */
export async function fetchImage(client: AssetClient, address: string): Promise<ImageFetch> {
  const answer = await client(address, AbortSignal.timeout(DEADLINE_MS));
  if (!answer.ok) {
    return { ok: false, reason: answer.reason === "refused-address" ? "unusable" : "unreachable" };
  }
  if (answer.status !== 200) {
    answer.message.destroy();
    return { ok: false, reason: REFUSALS.has(answer.status) ? "refused" : "unreachable" };
  }
  const read = await readBytes(answer.message, LARGEST_BYTES);
  if (!read.ok)
    return { ok: false, reason: read.reason === "too-large" ? "unusable" : "unreachable" };
  return toImage(read.bytes);
}

/** An image of bytes that are one; what counts is the first of them, and that it can be drawn. */
export async function toImage(bytes: Uint8Array): Promise<ImageFetch> {
  const type = imageTypeOf(bytes);
  if (type === null || !(await isDrawable(bytes))) return { ok: false, reason: "unusable" };
  return { ok: true, image: { bytes, type } };
}

/** The image formats that are served; others, SVG above all, are not. */
export type ImageType = "png" | "jpeg" | "webp";

/** Tells an image's format from its first bytes; labels lie. `null` for everything that is not served. */
export function imageTypeOf(bytes: Uint8Array): ImageType | null {
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return "jpeg";
  const isRiff = startsWith(bytes, 0, [0x52, 0x49, 0x46, 0x46]);
  return isRiff && startsWith(bytes, 8, [0x57, 0x45, 0x42, 0x50]) ? "webp" : null;
}

function startsWith(bytes: Uint8Array, offset: number, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[offset + index] === byte);
}

/** More pixels than any screenshot has; whoever draws them needs four bytes for each. */
export const MOST_PIXELS = 50_000_000;

/** True for a picture whose head can be read and that is not too large to draw. Draws nothing itself. */
async function isDrawable(bytes: Uint8Array): Promise<boolean> {
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
