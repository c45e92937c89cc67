import "server-only";
import type {
  ListedStatus,
  TaskFilter,
  TaskListItem,
  TaskListPage,
} from "@/lib/contract/task-list";
import type { UpstreamClient } from "./client";
import { UpstreamError } from "./errors";
import { listSchema } from "./contracts/list-schema";
import { oldestTime } from "./newest-first";

const MOST_OF_SESSION = 20;
const NO_TASKS = { items: [], totalItems: 0 };

/** The words of v2 for the statuses that its list can be asked for (`TaskStatus` of the vendor's OpenAPI). */
const WORDS: Record<ListedStatus, string> = {
  created: "created",
  running: "started",
  finished: "finished",
  failed: "failed",
  stopped: "stopped",
};

/** Reads one page of the task list; pages count from 1 on both sides. Throws `UpstreamError`. */
export async function listTasks(
  client: UpstreamClient,
  page: number,
  pageSize: number,
  filter: TaskFilter,
): Promise<TaskListPage> {
  const { items, totalItems: total } = await readPage(client, page, pageSize, filter);
  const completeTo = page * pageSize < total ? oldestTime(items) : null;
  return { items, page, pageSize, total, completeTo, unread: [] };
}

/**
 * Reads the newest tasks of a session; none for an id that is not a session's. Tasks of others are left out: an upstream
 * that knows no such filter answers with all there are.
 */
export async function listSessionTasks(
  client: UpstreamClient,
  sessionId: string,
): Promise<TaskListItem[]> {
  const { items } = await readPage(client, 1, MOST_OF_SESSION, { sessionId });
  return items.filter((item) => item.sessionId === sessionId);
}

async function readPage(
  client: UpstreamClient,
  page: number,
  pageSize: number,
  { status, ...filter }: TaskFilter,
) {
  const query = new URLSearchParams({
    pageSize: String(pageSize),
    pageNumber: String(page),
    ...(status === undefined ? {} : { filterBy: WORDS[status] }),
    ...filter,
  });
  const body = await client.getJson(`/tasks?${query.toString()}`).catch((error: unknown) => {
    if (!(error instanceof UpstreamError)) throw error;
    // What the codes for a task mean where a list was asked for.
    if (error.code === "bad-task-id") throw new UpstreamError("bad-request", error.message);
    if (error.code === "task-not-found" && filter.sessionId !== undefined) return NO_TASKS;
    throw error;
  });
  const parsed = listSchema.safeParse(body);
  if (!parsed.success) throw new UpstreamError("upstream-invalid", "Not a task list");
  return parsed.data;
}
