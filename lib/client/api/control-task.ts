import { apiRoutes } from "@/lib/contract/routes";
import type { ControlStanding, MessageQueue, TaskControl } from "@/lib/contract/task-control";
import { readJson, request } from "./api-client";
import { ApiError } from "./api-error";

/** Changes a task upstream. Throws `ApiError`. */
export async function controlTask(taskId: string, wish: TaskControl): Promise<void> {
  await request(apiRoutes.control(taskId), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(wish),
    // What was begun is brought to its end, even when its button is gone.
    signal: new AbortController().signal,
  });
}

/** What may be done to a task, and what was. Throws `ApiError`. */
export async function fetchControl(taskId: string, signal: AbortSignal): Promise<ControlStanding> {
  const body = await readJson(await request(apiRoutes.control(taskId), { signal }));
  if (!isStanding(body)) throw new ApiError("unreadable");
  return body;
}

/** The messages that wait in the session of a run. Throws `ApiError`. */
export async function fetchQueue(taskId: string, signal: AbortSignal): Promise<MessageQueue> {
  const body = await readJson(await request(apiRoutes.queue(taskId), { signal }));
  if (!isQueue(body)) throw new ApiError("unreadable");
  return body;
}

function isStanding(body: unknown): body is ControlStanding {
  return typeof body === "object" && body !== null && "notes" in body && Array.isArray(body.notes);
}

/** The body is our own server's, built from the same type; this tells it from a captive portal's page. */
function isQueue(body: unknown): body is MessageQueue {
  return typeof body === "object" && body !== null && "messages" in body;
}
