import type { TaskChanges } from "@/lib/contract/task-changes";
import { readJson, request } from "./api-client";
import { ApiError } from "./api-error";

/** Fetches what the steps of a task changed on the screen, by its address. Throws `ApiError`. */
export async function fetchChanges(address: string, signal: AbortSignal): Promise<TaskChanges> {
  const body = await readJson(await request(address, { signal }));
  if (!isChanges(body)) throw new ApiError("unreadable");
  return body;
}

/** The body is our own server's, built from the same type; this tells it from a captive portal's page. */
function isChanges(body: unknown): body is TaskChanges {
  return (
    typeof body === "object" && body !== null && "changes" in body && Array.isArray(body.changes)
  );
}
