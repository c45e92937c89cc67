import "server-only";
import type { AssetClient } from "@/lib/server/assets/asset-client";
import { readBytes } from "@/lib/server/assets/read-bytes";
import { imageTypeOf, type ImageType } from "./image-type";
import { isDrawable } from "./is-drawable";

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

/** Fetches one image of at most 10 MiB; what counts is its first bytes, not its label, and that it can be drawn. */
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
  const { bytes } = read;
  const type = imageTypeOf(bytes);
  if (type === null || !(await isDrawable(bytes))) return { ok: false, reason: "unusable" };
  return { ok: true, image: { bytes, type } };
}
