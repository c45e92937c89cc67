import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { readAnswer } from "./read-answer";
import { within } from "./within";

/** Longer than this a reader should not look at nothing: the page comes without data and polls for it. */
const PATIENCE_MS = 1500;

type FirstSnapshot = {
  initial:
    | { ok: true; snapshot: TaskSnapshot }
    | { ok: false; code: ProblemCode | null; retryAfterSeconds: number | null };
  /** When the page was rendered, epoch milliseconds. */
  renderedAt: number;
};

/** The snapshot for the first paint; `code: null` when the upstream is too slow to wait for. */
export async function readFirstSnapshot(taskId: string): Promise<FirstSnapshot> {
  const tooSlow = { ok: false, code: null, retryAfterSeconds: null } as const;
  const initial = await within(PATIENCE_MS, readRendered(taskId), tooSlow);
  return { initial, renderedAt: Date.now() };
}

/** Reads as for any viewer, so that the page's first poll can build on the revision it was rendered with. */
async function readRendered(taskId: string): Promise<FirstSnapshot["initial"]> {
  const reading = await readAnswer(taskId, null);
  return reading.ok ? { ok: true, snapshot: reading.snapshot } : reading;
}
