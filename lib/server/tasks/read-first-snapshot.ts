import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import type { ReadAnswer } from "./read-answer";
import { within } from "./within";

/** Longer than this a reader should not look at nothing: the page comes without data and polls for it. */
const PATIENCE_MS = 1500;

/** A snapshot for the first paint. */
export type FirstSnapshot = {
  initial:
    | { ok: true; snapshot: TaskSnapshot }
    | { ok: false; code: ProblemCode | null; retryAfterSeconds: number | null };
  /** When the page was rendered, epoch milliseconds. */
  renderedAt: number;
};

/** The snapshot for the first paint; `code: null` when the upstream is too slow to wait for. */
export type ReadFirstSnapshot = (taskId: string) => Promise<FirstSnapshot>;

/** See `ReadFirstSnapshot`. Reads as any viewer does, so that the page's first poll can build on what it shows. */
export function createReadFirstSnapshot(
  readAnswer: ReadAnswer,
  now: () => number,
): ReadFirstSnapshot {
  const readRendered = async (taskId: string): Promise<FirstSnapshot["initial"]> => {
    const reading = await readAnswer(taskId, null);
    return reading.ok ? { ok: true, snapshot: reading.snapshot } : reading;
  };
  return async (taskId) => {
    const tooSlow = { ok: false, code: null, retryAfterSeconds: null } as const;
    const initial = await within(PATIENCE_MS, readRendered(taskId), tooSlow);
    return { initial, renderedAt: now() };
  };
}
