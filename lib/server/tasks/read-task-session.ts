import "server-only";
import type { TaskSession } from "@/lib/contract/task-session";
import type { OnCache } from "@/lib/server/config/memory-budget";
import type { TaskGateway } from "@/lib/server/upstream/gateway";
import type { ReadUpstreamTask } from "./read-upstream-task";
import { createSharedReadings } from "./shared-readings";

const KEPT_MS = 5000;
const MOST_SESSIONS = 200;

/**
 * What the session of a task tells beside its live view, kept for five seconds; readers at the same time share one call.
 * Throws `UpstreamError`.
 */
export type ReadTaskSession = (taskId: string) => Promise<TaskSession>;

/** See `ReadTaskSession`. */
export function createReadTaskSession(
  readUpstreamTask: ReadUpstreamTask,
  gateway: Pick<TaskGateway, "getSession">,
  onCache?: OnCache,
): ReadTaskSession {
  const read = createSharedReadings<TaskSession>(MOST_SESSIONS, KEPT_MS, onCache);
  return async (taskId) => {
    const { contract, sessionId } = await readUpstreamTask(taskId, "cached");
    return read(taskId, () => gateway.getSession({ id: taskId, contract, sessionId }));
  };
}
