import { sessionRoutes } from "@/lib/contract/session-routes";
import type { TaskSession } from "@/lib/contract/task-session";
import { readJson, request } from "./api-client";
import { ApiError } from "./api-error";

/** Fetches what the session of a task tells. Throws `ApiError`. */
export async function fetchTaskSession(taskId: string, signal: AbortSignal): Promise<TaskSession> {
  const body = await readJson(await request(sessionRoutes.session(taskId), { signal }));
  if (!isSession(body)) throw new ApiError("unreadable");
  return body;
}

/** The body is our own server's, built from the same type; this tells it from a captive portal's page. */
function isSession(body: unknown): body is TaskSession {
  return typeof body === "object" && body !== null && "recordings" in body && "tasks" in body;
}
