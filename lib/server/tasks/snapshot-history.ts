import "server-only";
import type { TaskDelta, TaskSnapshot } from "@/lib/contract/task-snapshot";
import { diffContent, shareContent } from "@/lib/domain/content-delta";
import type { TaskContent } from "@/lib/domain/task-content";

/** A viewer who asks less often than this many changes gets everything again. */
const MOST_REVISIONS = 40;

type Entry = { revision: string; content: TaskContent };

/** The newest contents of one task, oldest first. They share every step that did not change. */
export type SnapshotHistory = readonly Entry[];

/** The history with a snapshot on its end; the same one when nothing is new. */
export function noteSnapshot(history: SnapshotHistory, snapshot: TaskSnapshot): SnapshotHistory {
  const { revision, task, steps } = snapshot;
  const last = history.at(-1);
  if (last?.revision === revision) return history;
  const content =
    last === undefined ? { task, steps } : shareContent(last.content, { task, steps });
  return [...history.slice(1 - MOST_REVISIONS), { revision, content }];
}

/** What changed from a revision to the newest one, or `null` when that revision is unknown or too old. */
export function deltaSince(
  history: SnapshotHistory,
  since: string,
  snapshot: TaskSnapshot,
): TaskDelta | null {
  const base = history.findLast(({ revision }) => revision === since);
  const newest = history.at(-1);
  if (base === undefined || newest?.revision !== snapshot.revision) return null;
  const { task, steps, removed } = diffContent(base.content, newest.content);
  const { revision, fetchedAt, stale } = snapshot;
  return {
    delta: true,
    revision,
    fetchedAt,
    ...(stale === null ? {} : { stale }),
    ...(Object.keys(task).length === 0 ? {} : { task }),
    ...(steps.length === 0 ? {} : { steps }),
    ...(removed.length === 0 ? {} : { removed }),
  };
}
