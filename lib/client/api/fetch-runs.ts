import { apiRoutes } from "@/lib/contract/routes";
import type { TaskFilter, TaskList } from "@/lib/contract/task-list";
import { readJson, request } from "./api-client";
import { ApiError } from "./api-error";

/** Fetches one page of the account's tasks; pages count from 1. Throws `ApiError`. */
export async function fetchRuns(
  page: number,
  pageSize: number,
  filter: TaskFilter,
  signal: AbortSignal,
): Promise<TaskList> {
  const body = await readJson(await request(apiRoutes.tasks(page, pageSize, filter), { signal }));
  if (!isTaskList(body)) throw new ApiError("unreadable");
  return body;
}

/** The body is our own server's, built from the same type; this tells it from a captive portal's page. */
function isTaskList(body: unknown): body is TaskList {
  return typeof body === "object" && body !== null && "items" in body && Array.isArray(body.items);
}
