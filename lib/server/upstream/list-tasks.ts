import "server-only";
import type { TaskList } from "@/lib/contract/task-list";
import type { UpstreamClient } from "./client";
import { UpstreamError } from "./errors";
import { listSchema } from "./list-schema";

/** Reads one page of the task list; pages count from 1 on both sides. */
export async function listTasks(
  client: UpstreamClient,
  page: number,
  pageSize: number,
): Promise<TaskList> {
  const { body } = await client(`/tasks?pageSize=${String(pageSize)}&pageNumber=${String(page)}`);
  const parsed = listSchema.safeParse(body);
  if (!parsed.success) throw new UpstreamError("upstream-invalid", "Not a task list");
  return { items: parsed.data.items, page, pageSize, total: parsed.data.totalItems };
}
