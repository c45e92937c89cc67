import "server-only";
import { pictureKey } from "@/lib/server/upstream/contracts/picture-key";

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
  if (own !== undefined && pictureKey(own) === key) return own;
  for (const address of addresses.values()) if (pictureKey(address) === key) return address;
  return null;
}
