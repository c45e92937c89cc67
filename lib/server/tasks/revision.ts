import "server-only";
import { createHash } from "node:crypto";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";

/** Names the content of a task: equal contents have equal revisions. Screenshot addresses are no content. */
export function revisionOf(task: Task, steps: readonly Step[]): string {
  return createHash("sha256")
    .update(JSON.stringify([task, steps]))
    .digest("base64url")
    .slice(0, 22);
}

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
