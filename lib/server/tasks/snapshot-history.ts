import "server-only";
import type { TaskDelta, TaskSnapshot } from "@/lib/contract/task-snapshot";
import { diffContent, shareContent } from "@/lib/domain/task/content-delta";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { jsonSize } from "@/lib/server/upstream/cut-text";

/** A viewer who asks less often than this many changes gets everything again. */
const MOST_REVISIONS = 40;
/** So does one who asks less often than this much was replaced, in bytes of JSON. */
const MOST_REPLACED_BYTES = 2 * 1024 * 1024;
const BYTES_OF_REFERENCE = 8;

type Entry = {
  revision: string;
  content: TaskContent;
  /** What of the content the next revision does not share, in bytes of JSON; 0 for the newest. */
  replacedBytes: number;
};

/** The newest contents of one task, oldest first. They share every step that did not change. */
export type SnapshotHistory = readonly Entry[];

/** The history with a content on its end; the same one when nothing is new. */
export function noteSnapshot(
  history: SnapshotHistory,
  { revision, task, steps }: Pick<TaskSnapshot, "revision" | "task" | "steps">,
): SnapshotHistory {
  const last = history.at(-1);
  if (last === undefined) return [{ revision, content: { task, steps }, replacedBytes: 0 }];
  if (last.revision === revision) return history;
  const content = shareContent(last.content, { task, steps });
  const ended = { ...last, replacedBytes: replacedBytes(last.content, content) };
  const next = [...history.slice(0, -1), ended, { revision, content, replacedBytes: 0 }];
  return newestOf(next);
}

/** What a history holds beside its newest content, in bytes of JSON. */
export function historyBytes(history: SnapshotHistory): number {
  return history.reduce((sum, entry) => sum + entry.replacedBytes, 0);
}

/** The revision that an answer to `since` builds on; `null` when that is unknown or too old. */
export function baseOf(history: SnapshotHistory, since: string | null): string | null {
  return history.some(({ revision }) => revision === since) ? since : null;
}

function newestOf(history: SnapshotHistory): SnapshotHistory {
  let bytes = 0;
  const from = history.findLastIndex(
    (entry) => (bytes += entry.replacedBytes) > MOST_REPLACED_BYTES,
  );
  return history.slice(Math.max(from + 1, history.length - MOST_REVISIONS));
}

function replacedBytes(before: TaskContent, after: TaskContent): number {
  let bytes = before.task === after.task ? 0 : jsonSize(before.task);
  const moved = before.steps.filter((step, index) => step !== after.steps[index]);
  const kept = moved.length === 0 ? null : new Set<unknown>(after.steps);
  for (const step of moved) if (kept?.has(step) !== true) bytes += jsonSize(step);
  return bytes + before.steps.length * BYTES_OF_REFERENCE;
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
