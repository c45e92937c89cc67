import "server-only";
import type { FirstSnapshot, ReadFirstSnapshot } from "@/lib/server/tasks/read-first-snapshot";
import type { OpenShare } from "./open-share";
import type { ReadSharedAnswer } from "./read-shared-answer";
import { viewerProblem } from "./viewer-problem";

/** The snapshot for the first paint of what a share link shows, waited for as long as on any page. */
export type ReadFirstShared = (share: OpenShare) => Promise<FirstSnapshot>;

/** See `ReadFirstShared`. */
export function createReadFirstShared(
  readFirstSnapshot: ReadFirstSnapshot,
  readSharedAnswer: ReadSharedAnswer,
  now: () => number,
): ReadFirstShared {
  return async (share) => {
    if (!share.ok) {
      const initial = { ok: false, code: share.code, retryAfterSeconds: null } as const;
      return { initial, renderedAt: now() };
    }
    const { grant } = share;
    const { initial, renderedAt } = await readFirstSnapshot(grant.taskId);
    if (!initial.ok) {
      const code = initial.code === null ? null : viewerProblem(initial.code);
      return { initial: { ...initial, code }, renderedAt };
    }
    const reading = await readSharedAnswer(grant, null);
    if (!reading.ok) return { initial: reading, renderedAt };
    // Only what the link shows, and nothing else of the reading.
    return { initial: { ok: true, snapshot: reading.snapshot }, renderedAt };
  };
}
