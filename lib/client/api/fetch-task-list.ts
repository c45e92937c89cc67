import type { TaskList } from "@/lib/contract/task-list";
import { taskListRoute } from "@/lib/contract/task-list-route";
import { readJson, request } from "./api-client";
import { ApiError } from "./api-error";

/** Fetches one page of the newest tasks; pages count from 1. Throws `ApiError`. */
export async function fetchTaskList(
  page: number,
  pageSize: number,
  signal: AbortSignal,
): Promise<TaskList> {
  const body = await readJson(await request(taskListRoute(page, pageSize), { signal }));
  if (!isTaskList(body)) throw new ApiError("unreadable");
  return body;
}

/** The body is our own server's, built from the same type; this tells it from a captive portal's page. */
function isTaskList(body: unknown): body is TaskList {
  return typeof body === "object" && body !== null && "items" in body && Array.isArray(body.items);
}
