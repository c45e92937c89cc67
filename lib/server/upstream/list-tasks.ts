import "server-only";
import type { TaskList, TaskListItem } from "@/lib/contract/task-list";
import type { UpstreamClient } from "./client";
import { UpstreamError } from "./errors";
import { listSchema } from "./contracts/list-schema";

/** Reads one page of the task list; pages count from 1 on both sides. */
export async function listTasks(
  client: UpstreamClient,
  page: number,
  pageSize: number,
): Promise<TaskList> {
  const list = await readPage(
    client,
    `/tasks?pageSize=${String(pageSize)}&pageNumber=${String(page)}`,
  );
  return { items: list.items.map(({ item }) => item), page, pageSize, total: list.totalItems };
}

const MOST_OF_SESSION = 20;

/**
 * Reads the newest tasks of a session; none for an id that is not a session's. Tasks of others are left out: an upstream
 * that knows no such filter answers with all there are.
 */
export async function listSessionTasks(
  client: UpstreamClient,
  sessionId: string,
): Promise<TaskListItem[]> {
  const { items } = await readPage(
    client,
    `/tasks?pageSize=${String(MOST_OF_SESSION)}&pageNumber=1&sessionId=${sessionId}`,
  );
  return items.flatMap((entry) => (entry.sessionId === sessionId ? [entry.item] : []));
}

async function readPage(client: UpstreamClient, path: string) {
  const parsed = listSchema.safeParse(await client.getJson(path));
  if (!parsed.success) throw new UpstreamError("upstream-invalid", "Not a task list");
  return parsed.data;
}
