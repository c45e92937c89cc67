import "server-only";
import type { TaskListItem } from "@/lib/contract/task-list";
import { decodeTaskId } from "@/lib/domain/task/task-id";
import type { OnCache } from "@/lib/server/config/memory-budget";
import type { Logger } from "@/lib/server/observability/logger";
import { isUpstreamError } from "@/lib/server/upstream/errors";
import type { TaskGateway } from "@/lib/server/upstream/gateway";
import { createSharedReadings } from "./shared-readings";
import { within } from "./within";

/** A link that somebody sent round leads many people here; a task that is made meanwhile is found soon. */
const KEPT_MS = 15_000;
const MOST_SESSIONS = 200;
/** Longer than this nobody looks at nothing. */
const PATIENCE_MS = 2500;

/**
 * The tasks of the session that an id which is not a task's may be, newest first: links of the upstream's own dashboard
 * carry such ids. Costs one call for all who ask within 15 seconds. None where the upstream is too slow or fails.
 */
export type ReadSessionTasks = (id: string) => Promise<readonly TaskListItem[]>;

/** See `ReadSessionTasks`. */
export function createReadSessionTasks(
  gateway: Pick<TaskGateway, "listSessionTasks">,
  log: Logger,
  onCache?: OnCache,
): ReadSessionTasks {
  const read = createSharedReadings<readonly TaskListItem[]>(MOST_SESSIONS, KEPT_MS, onCache);
  const list = async (id: string) => {
    try {
      const tasks = await gateway.listSessionTasks(id);
      return tasks.filter((task) => task.id !== id && decodeTaskId(task.id) === task.id);
    } catch (error) {
      const reason = isUpstreamError(error) ? error.code : "unexpected";
      log.info({ reason }, "Could not look for the tasks of a session");
      return [];
    }
  };
  return (id) =>
    within(
      PATIENCE_MS,
      read(id, () => list(id)),
      [],
    );
}
