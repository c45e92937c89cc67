import "server-only";

/** True when an `If-None-Match` header names the strong `etag`, quotes included. */
export function matchesEtag(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.split(",").some((part) => [etag, `W/${etag}`, "*"].includes(part.trim()));
}
