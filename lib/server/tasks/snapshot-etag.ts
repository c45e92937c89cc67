import "server-only";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";

/** The strong entity tag of a snapshot, quotes included. It ignores `fetchedAt`: confirming is no change. */
export function snapshotEtag({ revision, stale }: TaskSnapshot): string {
  const suffix = stale === null ? "" : `.${stale.reason}.${String(Date.parse(stale.since))}`;
  return `"${revision}${suffix}"`;
}
