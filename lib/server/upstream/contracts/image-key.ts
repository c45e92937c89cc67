import "server-only";
import { createHash } from "node:crypto";

/** Names the picture behind a presigned address: signing it anew, which changes the query, changes no name. */
export function imageKey(address: string): string {
  const place = address.replace(/[?#].*$/s, "");
  return createHash("sha256").update(place).digest("base64url").slice(0, 16);
}
