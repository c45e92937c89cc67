import "server-only";
import { matchesEtag } from "@/lib/server/http/etag";
import { UNTRUSTED_CONTENT_HEADERS } from "@/lib/server/http/security-headers";
import type { ScreenshotQuery } from "./screenshot-query";
import type { Screenshot } from "./screenshot-store";

/** A picture that was asked for by its key never changes, so a browser need not ask again for a day. */
const NAMED = "private, max-age=86400, immutable";
const BY_PLACE = "private, max-age=300";

/** A screenshot as answer: shown inline under a name of ours, with the type that its bytes have. */
export function screenshotResponse(
  { bytes, type, etag }: Screenshot,
  { step, imageKey }: ScreenshotQuery,
  ifNoneMatch: string | null,
  caching = imageKey === null ? BY_PLACE : NAMED,
): Response {
  const headers = new Headers({
    ...UNTRUSTED_CONTENT_HEADERS,
    "content-type": `image/${type}`,
    "content-disposition": `inline; filename="step-${String(step)}.${type === "jpeg" ? "jpg" : type}"`,
    "cache-control": caching,
    etag,
  });
  if (matchesEtag(ifNoneMatch, etag)) return new Response(null, { status: 304, headers });
  headers.set("content-length", String(bytes.byteLength));
  return new Response(new Uint8Array(bytes), { headers });
}
