import "server-only";
import { UpstreamError } from "@/lib/server/upstream/errors";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import type { TaskStore } from "./task-store";

/**
 * How fresh the task has to be: `cached` takes what is in memory, `current` follows the interval, `renewed`
 * asks for new presigned addresses (at most once a second).
 */
export type Freshness = "cached" | "current" | "renewed";

/**
 * Reads a task with what must stay on the server: screenshot addresses and the live view's. `current` unless said
 * otherwise. Throws `UpstreamError`.
 */
export type ReadUpstreamTask = (taskId: string, freshness?: Freshness) => Promise<UpstreamTask>;

/** See `ReadUpstreamTask`. */
export function createReadUpstreamTask(store: Pick<TaskStore, "peek" | "read">): ReadUpstreamTask {
  return async (taskId, freshness = "current") => {
    const cached = freshness === "cached" ? store.peek(taskId) : null;
    if (cached !== null) return cached;
    const reading = await store.read(taskId, freshness === "renewed");
    if (reading.ok) return reading.upstream;
    throw new UpstreamError(reading.code, "No task", reading.retryAfterSeconds);
  };
}
