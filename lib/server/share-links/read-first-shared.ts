import "server-only";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import type { OpenShare } from "./open-share";
import { viewerProblem } from "./viewer-problem";
import { readFirstSnapshot } from "@/lib/server/tasks/read-first-snapshot";
import { readSharedAnswer } from "./read-shared-answer";

type FirstSnapshot = Awaited<ReturnType<typeof readFirstSnapshot>>;

/** The snapshot for the first paint of what a share link shows, waited for as long as on any page. */
export async function readFirstShared(share: OpenShare): Promise<FirstSnapshot> {
  if (!share.ok) {
    const initial = { ok: false, code: share.code, retryAfterSeconds: null } as const;
    return { initial, renderedAt: Date.now() };
  }
  const { grant } = share;
  const first = await readFirstSnapshot(grant.taskId);
  const { initial, renderedAt } = first;
  if (!initial.ok) {
    const code = initial.code === null ? null : viewerProblem(initial.code);
    return { initial: { ...initial, code }, renderedAt };
  }
  const reading = await readSharedAnswer(grant, null);
  return { initial: reading.ok ? shownOnly(reading.snapshot) : reading, renderedAt };
}

function shownOnly(snapshot: TaskSnapshot): FirstSnapshot["initial"] {
  return { ok: true, snapshot };
}
