import type { ContentDelta, TaskContent } from "@/lib/domain/task/task-content";
import type { ProblemCode } from "./problem";

/**
 * Why the last good answer is served instead of a fresh one, and since when. `retryAt` is when the server tries
 * again, as far as it knows. Times are ISO 8601 with `Z`.
 */
type Stale = { since: string; reason: ProblemCode; retryAt: string | null };

/** The body of `GET /api/tasks/{id}`. */
export type TaskSnapshot = TaskContent & {
  /** Changes exactly when `task` or `steps` change. */
  revision: string;
  /** When the upstream last confirmed this content, ISO 8601 with `Z`. */
  fetchedAt: string;
  stale: Stale | null;
};

/**
 * The body of `GET /api/tasks/{id}?since={revision}` where the server still knows that revision: only what
 * changed since. Absent parts did not change; an absent `stale` is `null`.
 */
export type TaskDelta = Partial<ContentDelta> & {
  delta: true;
  revision: string;
  fetchedAt: string;
  stale?: Stale;
};

/** Carries `fetchedAt` in an answer without a body (304). */
export const FETCHED_AT_HEADER = "x-fetched-at";

/** The body of `POST /api/tasks/{id}/live`. The address is a credential: keep it in memory only. */
export type LiveView = { url: string };
