import "server-only";
import type { TaskListItem } from "@/lib/contract/task-list";
import { decodeTaskId } from "@/lib/domain/task/task-id";
import { getLogger } from "@/lib/server/observability/logger";
import { processWide } from "@/lib/server/config/process-wide";
import { UpstreamError } from "@/lib/server/upstream/errors";
import { getGateway } from "@/lib/server/upstream/process-gateway";
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
export function readSessionTasks(id: string): Promise<readonly TaskListItem[]> {
  const read = processWide("session-tasks", () =>
    createSharedReadings<readonly TaskListItem[]>(MOST_SESSIONS, KEPT_MS),
  );
  return within(
    PATIENCE_MS,
    read(id, () => ask(id)),
    [],
  );
}

async function ask(id: string): Promise<readonly TaskListItem[]> {
  try {
    const tasks = await getGateway().listSessionTasks(id);
    return tasks.filter((task) => task.id !== id && decodeTaskId(task.id) === task.id);
  } catch (error) {
    const reason = error instanceof UpstreamError ? error.code : "unexpected";
    getLogger().info({ reason }, "Could not look for the tasks of a session");
    return [];
  }
}
