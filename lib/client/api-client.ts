import { apiRoutes } from "@/lib/contract/routes";
import type { LiveView, TaskSnapshot } from "@/lib/contract/task-snapshot";
import { ApiError, toApiError } from "./api-error";
import { noteServerTime } from "./clock";

const TIMEOUT_MS = 20_000;

/** Fetches the snapshot of a task. Throws `ApiError`. */
export async function fetchTask(taskId: string, signal: AbortSignal): Promise<TaskSnapshot> {
  const body = await request(apiRoutes.task(taskId), { signal });
  if (!isTaskSnapshot(body)) throw new ApiError("unreadable");
  return body;
}

/** Asks for the address of the live view, a credential: hold it in memory and drop it. Throws `ApiError`. */
export async function requestLiveView(taskId: string, signal: AbortSignal): Promise<LiveView> {
  const body = await request(apiRoutes.live(taskId), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
    signal,
  });
  if (!isRecord(body) || typeof body.url !== "string") throw new ApiError("unreadable");
  return { url: body.url };
}

async function request(
  path: string,
  init: RequestInit & { signal: AbortSignal },
): Promise<unknown> {
  const signal = AbortSignal.any([init.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const response = await fetch(path, { ...init, signal, cache: "no-store" }).catch(
    (cause: unknown) => {
      if (init.signal.aborted) throw cause;
      throw new ApiError("offline", null, null, { cause });
    },
  );
  noteServerTime(response.headers.get("date"));
  if (!response.ok) throw await toApiError(response);
  return response.json().catch((cause: unknown) => {
    throw new ApiError("unreadable", null, null, { cause });
  });
}

/** The body is our own server's, built from the same type; this tells it from a captive portal's page. */
function isTaskSnapshot(body: unknown): body is TaskSnapshot {
  return (
    isRecord(body) &&
    typeof body.revision === "string" &&
    isRecord(body.task) &&
    Array.isArray(body.steps)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
