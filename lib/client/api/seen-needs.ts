import { seenRoutes, type SeenMarks } from "@/lib/contract/seen-needs";
import { readJson, request } from "./api-client";
import { ApiError } from "./api-error";

/** What was marked as seen of these tasks. Throws `ApiError`. */
export async function fetchSeenMarks(
  taskIds: readonly string[],
  signal: AbortSignal,
): Promise<SeenMarks> {
  const body = await readJson(await request(seenRoutes.of(taskIds), { signal }));
  if (!isSeenMarks(body)) throw new ApiError("unreadable");
  return body;
}

/** Marks a need of a task as seen for everybody, or takes that back. Throws `ApiError`. */
export async function setSeen(taskId: string, key: string, isSeen: boolean): Promise<void> {
  // What was begun is brought to its end, even when its button is gone.
  const { signal } = new AbortController();
  if (!isSeen) {
    await request(seenRoutes.mark(taskId, key), { method: "DELETE", signal });
    return;
  }
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ key });
  await request(seenRoutes.task(taskId), { method: "POST", headers, body, signal });
}

/** The body is our own server's, built from the same type; this tells it from a captive portal's page. */
function isSeenMarks(body: unknown): body is SeenMarks {
  return typeof body === "object" && body !== null && "marks" in body;
}
