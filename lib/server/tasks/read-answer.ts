import "server-only";
import type { TaskDelta, TaskSnapshot } from "@/lib/contract/task-snapshot";
import { BODY_FACTOR, boundedCache, sizeIn, type OnCache } from "@/lib/server/config/memory-budget";
import { jsonSize } from "@/lib/server/upstream/cut-text";
import type { SnapshotReading } from "./snapshot-reading";
import { JsonBody } from "./json-body";
import { baseOf, deltaSince } from "./snapshot-history";
import { snapshotEtag } from "./revision";
import type { TaskReading, TaskStore } from "./task-store";
import type { TaskWatch } from "./task-watch";
import { waitForChange, type OnHeld } from "./wait-for-change";

/** Viewers who ask the same within this time get the same body, in milliseconds. */
const SAME_BODY_MS = 2000;
const MOST_BODIES = 300;

type Body = JsonBody<TaskSnapshot | TaskDelta>;

/** The body of an answer, the same one for all who ask the same, and the snapshot it stands for. */
type AnswerReading =
  { ok: true; snapshot: TaskSnapshot; body: Body } | Extract<SnapshotReading, { ok: false }>;

/** How long to hold the answer while it would say nothing new, and when the viewer has gone. */
type Hold = { ms: number; signal: AbortSignal };

/**
 * Reads a task for a viewer who knows the revision `since`: what changed, or everything. Nothing new is not
 * told before the hold ends; an answer that carries a label is told at once. Never throws.
 */
export type ReadAnswer = (
  taskId: string,
  since: string | null,
  hold?: Hold | null,
) => Promise<AnswerReading>;

/** See `ReadAnswer`. Bodies are shared by all who read from the same store. */
export function createReadAnswer(
  store: TaskStore,
  watch: TaskWatch,
  { onCache, onHeld }: { onCache?: OnCache; onHeld?: OnHeld } = {},
): ReadAnswer {
  const limits = { max: MOST_BODIES, ttl: SAME_BODY_MS };
  const bodies = boundedCache<Body>("answerBodies", limits, onCache);

  const readHeld = async (
    taskId: string,
    since: string | null,
    hold: Hold | null,
  ): Promise<TaskReading> => {
    const reading = await store.read(taskId);
    if (!reading.ok || hold === null || hold.ms <= 0) return reading;
    const { snapshot } = reading;
    if (snapshot.revision !== since || snapshot.stale !== null) return reading;
    return waitForChange(taskId, snapshot, { store, watch, onHeld, ...hold });
  };

  return async (taskId, since, hold = null) => {
    const reading = await readHeld(taskId, since, hold);
    if (!reading.ok) return reading;
    const { snapshot, history, upstream } = reading;
    // By what the answer builds on, not by what was asked: whoever makes a revision up gets the body of all others.
    const base = baseOf(history, since);
    const name = JSON.stringify([taskId, base, snapshotEtag(snapshot), snapshot.fetchedAt]);
    const known = bodies.get(name);
    if (known !== undefined) return { ok: true, snapshot, body: known };
    const delta = base === null ? null : deltaSince(history, base, snapshot);
    const bytes = delta === null ? upstream.bytes : jsonSize(delta);
    const body = new JsonBody(delta ?? snapshot);
    bodies.set(name, body, sizeIn("answerBodies", bytes * BODY_FACTOR));
    return { ok: true, snapshot, body };
  };
}
