import "server-only";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";

/**
 * The strong entity tag of a snapshot, quotes included. It ignores `fetchedAt`: confirming is no change. The
 * next try is a time, not a span, so that the tag stays while somebody waits for it.
 */
export function snapshotEtag({ revision, stale }: TaskSnapshot): string {
  if (stale === null) return `"${revision}"`;
  const times = [stale.since, stale.retryAt ?? ""].map((time) => String(Date.parse(time)));
  const suffix = `.${stale.reason}.${times.join(".")}`;
  return `"${revision}${suffix}"`;
}
