import "server-only";
import type { SharedDelta, SharedSnapshot } from "@/lib/contract/shared-snapshot";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import type { ShareGrant } from "./open-share";
import { viewerProblem } from "./viewer-problem";
import {
  BODY_FACTOR,
  boundedCache,
  MEMORY_FACTOR,
  sizeIn,
  type OnCache,
} from "@/lib/server/config/memory-budget";
import { JsonBody } from "@/lib/server/tasks/json-body";
import type { ReadAnswer } from "@/lib/server/tasks/read-answer";
import type { SnapshotReading } from "@/lib/server/tasks/snapshot-reading";
import { snapshotEtag } from "@/lib/server/tasks/revision";
import {
  baseOf,
  deltaSince,
  historyBytes,
  noteSnapshot,
  type SnapshotHistory,
} from "@/lib/server/tasks/snapshot-history";
import { jsonSize } from "@/lib/server/upstream/cut-text";
import { projectSnapshot, shownSnapshot, type Projection } from "./project-snapshot";
import { shareMasking } from "./share-masking";
import { toSharedBody } from "./to-shared-body";

/** A held answer notices a revocation when it ends, so none is held longer than this, in milliseconds. */
const LONGEST_HOLD_MS = 4000;
const MOST_PROJECTIONS = 100;
const MOST_BODIES = 300;
/** Holders who ask the same within this time get the same body, in milliseconds. */
const SAME_BODY_MS = 2000;

type Body = JsonBody<SharedSnapshot | SharedDelta>;
type SharedReading =
  { ok: true; snapshot: TaskSnapshot; body: Body } | Extract<SnapshotReading, { ok: false }>;

type Hold = { ms: number; signal: AbortSignal };

/**
 * Reads what a share link shows of its task, for a holder who knows the revision `since`. All holders and operators
 * share the reading of the task itself. News that the link does not show is none. Never throws.
 */
export type ReadSharedAnswer = (
  grant: Pick<ShareGrant, "taskId" | "scopes">,
  since: string | null,
  hold?: Hold | null,
) => Promise<SharedReading>;

type Shown = { projection: Projection; history: SnapshotHistory };

/** See `ReadSharedAnswer`. */
export function createReadSharedAnswer(
  readAnswer: ReadAnswer,
  onCache?: OnCache,
  longestHoldMs = LONGEST_HOLD_MS,
): ReadSharedAnswer {
  const shown = boundedCache<Shown>("projections", { max: MOST_PROJECTIONS }, onCache);
  const limits = { max: MOST_BODIES, ttl: SAME_BODY_MS };
  const bodies = boundedCache<Body>("sharedBodies", limits, onCache);

  const answerOf = (
    { taskId, scopes }: Pick<ShareGrant, "taskId" | "scopes">,
    since: string | null,
    full: TaskSnapshot,
  ): Extract<SharedReading, { ok: true }> => {
    const name = `${taskId} ${scopes.join(" ")}`;
    const before = shown.get(name);
    const projection = projectSnapshot(before?.projection ?? null, full, scopes, shareMasking);
    const snapshot = shownSnapshot(projection, full);
    const history = noteSnapshot(before?.history ?? [], snapshot);
    if (projection !== before?.projection) {
      const bytes = jsonSize(projection.shown) + historyBytes(history);
      shown.set(name, { projection, history }, sizeIn("projections", bytes * MEMORY_FACTOR));
    }
    const base = baseOf(history, since);
    const bodyName = JSON.stringify([name, base, snapshotEtag(snapshot), snapshot.fetchedAt]);
    const known = bodies.get(bodyName);
    if (known !== undefined) return { ok: true, snapshot, body: known };
    const delta = base === null ? null : deltaSince(history, base, snapshot);
    const body = new JsonBody(toSharedBody(delta ?? snapshot, scopes));
    bodies.set(bodyName, body, sizeIn("sharedBodies", jsonSize(body.value) * BODY_FACTOR));
    return { ok: true, snapshot, body };
  };

  return async (grant, since, hold = null) => {
    const until = performance.now() + Math.min(hold?.ms ?? 0, longestHoldMs);
    let reading = await readAnswer(grant.taskId, null);
    for (;;) {
      if (!reading.ok) return { ...reading, code: viewerProblem(reading.code) };
      const answer = answerOf(grant, since, reading.snapshot);
      const leftMs = until - performance.now();
      const isNews = answer.snapshot.revision !== since || answer.snapshot.stale !== null;
      if (isNews || hold === null || leftMs <= 0 || hold.signal.aborted) return answer;
      const { revision } = reading.snapshot;
      reading = await readAnswer(grant.taskId, revision, { ms: leftMs, signal: hold.signal });
    }
  };
}
