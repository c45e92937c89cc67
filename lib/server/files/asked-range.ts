import "server-only";
import type { AssetRange } from "@/lib/server/assets/asset-client";

const ONE_RANGE = /^bytes=(?:\d{1,15}-\d{0,15}|-\d{1,15})$/;
const STRONG_TAG = /^"[\x21\x23-\x7e]{1,200}"$/;

/**
 * The part of a file that a request asks for; `null` for all of it, as where it asks for several parts, or for one of a
 * whole that no strong tag names (RFC 9110, 13.1.5 and 14.2).
 */
export function askedRange(headers: Headers): AssetRange | null {
  const range = headers.get("range");
  const ifRange = headers.get("if-range");
  if (range === null || !ONE_RANGE.test(range)) return null;
  if (ifRange !== null && !STRONG_TAG.test(ifRange)) return null;
  return { range, ifRange };
}
