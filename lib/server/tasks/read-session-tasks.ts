import "server-only";
import type { TaskListItem } from "@/lib/contract/task-list";
import { decodeTaskId } from "@/lib/domain/task/task-id";
import { BODY_FACTOR, boundedCache, sizeIn } from "@/lib/server/config/memory-budget";
import { getLogger } from "@/lib/server/observability/logger";
import { processWide } from "@/lib/server/config/process-wide";
import { jsonSize } from "@/lib/server/upstream/cut-text";
import { UpstreamError } from "@/lib/server/upstream/errors";
import { getGateway } from "@/lib/server/upstream/process-gateway";

/** A link that somebody sent round leads many people here; a task that is made meanwhile is found soon. */
const KEPT_MS = 15_000;
const MOST_SESSIONS = 200;
/** Longer than this nobody looks at nothing. */
const PATIENCE_MS = 2500;

/**
 * The tasks of the session that an id which is not a task's may be, newest first: links of the upstream's own dashboard
 * carry such ids. Costs one call for all who ask within 15 seconds. None where the upstream is too slow or fails.
 */
export async function readSessionTasks(id: string): Promise<readonly TaskListItem[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooSlow = new Promise<readonly TaskListItem[]>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, []);
  });
  const tasks = await Promise.race([shared(id), tooSlow]);
  clearTimeout(timer);
  return tasks;
}

function shared(id: string): Promise<readonly TaskListItem[]> {
  const sessions = processWide("session-tasks", () =>
    boundedCache<Promise<readonly TaskListItem[]>>("taskLists", {
      max: MOST_SESSIONS,
      ttl: KEPT_MS,
    }),
  );
  const held = sessions.get(id);
  if (held !== undefined) return held;
  const reading = ask(id);
  sessions.set(id, reading, sizeIn("taskLists", 1));
  void reading.then((tasks) => {
    if (sessions.peek(id) !== reading) return;
    const size = sizeIn("taskLists", jsonSize(tasks) * BODY_FACTOR);
    sessions.set(id, reading, { ...size, noUpdateTTL: true });
  });
  return reading;
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
