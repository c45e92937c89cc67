import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";

/** A snapshot, or why there is none; `retryAfterSeconds` is whole seconds or `null`. */
export type SnapshotReading =
  | { ok: true; snapshot: TaskSnapshot }
  | { ok: false; code: ProblemCode; retryAfterSeconds: number | null };
