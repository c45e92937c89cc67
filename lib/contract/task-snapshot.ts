import type { Step } from "@/lib/domain/step";
import type { Task } from "@/lib/domain/task";
import type { ProblemCode } from "./problem";

/** Why the last good answer is served instead of a fresh one, and since when (ISO 8601 with `Z`). */
type Stale = { since: string; reason: ProblemCode };

/** The body of `GET /api/tasks/{id}`. */
export type TaskSnapshot = {
  /** Changes exactly when `task` or `steps` change. */
  revision: string;
  /** When the upstream last confirmed this content, ISO 8601 with `Z`. */
  fetchedAt: string;
  stale: Stale | null;
  task: Task;
  steps: readonly Step[];
};

/** The body of `POST /api/tasks/{id}/live`. The address is a credential: keep it in memory only. */
export type LiveView = { url: string };
