import { apiRoutes } from "@/lib/contract/routes";
import { FETCHED_AT_HEADER, type TaskSnapshot } from "@/lib/contract/task-snapshot";
import { readJson, request } from "./api-client";
import { mergeAnswer } from "./merge-answer";

/**
 * Fetches the snapshot of a task. With `base`, the last snapshot of this page, only what changed since comes
 * over the wire, and steps without a change keep their reference; the server may hold an answer without news
 * for `longPollSeconds`. Throws `ApiError`.
 */
export async function fetchTask(
  taskId: string,
  base: TaskSnapshot | null,
  longPollSeconds: number,
  signal: AbortSignal,
): Promise<TaskSnapshot> {
  const path =
    base === null
      ? apiRoutes.task(taskId)
      : apiRoutes.taskSince(taskId, base.revision, longPollSeconds);
  return fetchSnapshot(path, base, signal, (body) => body);
}

/**
 * Fetches a snapshot, or what changed since `base`, from an address; `read` brings the body into the shape of an answer
 * to an operator. Throws `ApiError`.
 */
export async function fetchSnapshot(
  path: string,
  base: TaskSnapshot | null,
  signal: AbortSignal,
  read: (body: unknown) => unknown,
): Promise<TaskSnapshot> {
  // Only a base without a label may be confirmed without a body: the label is not in the revision.
  const headers = base?.stale === null ? { "if-none-match": `"${base.revision}"` } : {};
  const response = await request(path, { headers, signal });
  if (base !== null && response.status === 304) {
    return { ...base, fetchedAt: response.headers.get(FETCHED_AT_HEADER) ?? base.fetchedAt };
  }
  return mergeAnswer(base, read(await readJson(response)));
}
