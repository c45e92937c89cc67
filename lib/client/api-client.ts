import type { Board } from "@/lib/contract/board";
import { apiRoutes } from "@/lib/contract/routes";
import { FETCHED_AT_HEADER, type LiveView, type TaskSnapshot } from "@/lib/contract/task-snapshot";
import { isFinal } from "@/lib/domain/task-status";
import { ApiError, toApiError } from "./api-error";
import { noteServerTime } from "./clock";
import { mergeAnswer } from "./merge-answer";

/** Longer than any answer is held. */
const TIMEOUT_MS = 40_000;

/**
 * Fetches the snapshot of a task. With `base`, the last snapshot of this page, only what changed since comes
 * over the wire, and steps without a change keep their reference; the server may hold an answer without news
 * for `holdSeconds`. Throws `ApiError`.
 */
export async function fetchTask(
  taskId: string,
  base: TaskSnapshot | null,
  holdSeconds: number,
  signal: AbortSignal,
): Promise<TaskSnapshot> {
  const path =
    base === null
      ? apiRoutes.task(taskId)
      : apiRoutes.taskSince(taskId, base.revision, holdSeconds);
  // Only a base without a label may be confirmed without a body: the label is not in the revision.
  const headers = base?.stale === null ? { "if-none-match": `"${base.revision}"` } : {};
  const response = await request(path, { headers, signal });
  if (base !== null && response.status === 304) {
    return { ...base, fetchedAt: response.headers.get(FETCHED_AT_HEADER) ?? base.fetchedAt };
  }
  return mergeAnswer(base, await readJson(response));
}

/** Fetches all tasks of a board in one request. `base` is the last answer for the same ids. Throws `ApiError`. */
export async function fetchBoard(
  taskIds: readonly string[],
  base: Board | null,
  signal: AbortSignal,
): Promise<Board> {
  const headers = base === null ? {} : { "if-none-match": `"${base.revision}"` };
  const response = await request(apiRoutes.board(taskIds), { headers, signal });
  if (base !== null && response.status === 304) {
    const confirmedAt = response.headers.get(FETCHED_AT_HEADER);
    return confirmedAt === null ? base : confirmBoard(base, confirmedAt);
  }
  const body = await readJson(response);
  if (!isBoard(body)) throw new ApiError("unreadable");
  return body;
}

function confirmBoard(base: Board, fetchedAt: string): Board {
  const entries = base.entries.map((entry) =>
    entry.ok && entry.stale === null && !isFinal(entry.task.status)
      ? { ...entry, fetchedAt }
      : entry,
  );
  return { ...base, entries };
}

/** The body is our own server's, built from the same type; this tells it from a captive portal's page. */
function isBoard(body: unknown): body is Board {
  return isRecord(body) && typeof body.revision === "string" && Array.isArray(body.entries);
}

/** Asks for the address of the live view, a credential: hold it in memory and drop it. Throws `ApiError`. */
export async function requestLiveView(taskId: string, signal: AbortSignal): Promise<LiveView> {
  const response = await request(apiRoutes.live(taskId), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
    signal,
  });
  const body = await readJson(response);
  if (!isRecord(body) || typeof body.url !== "string") throw new ApiError("unreadable");
  return { url: body.url };
}

/** Asks our own API, with a deadline for the whole answer in milliseconds. Throws `ApiError`. */
export async function request(
  path: string,
  init: RequestInit & { signal: AbortSignal },
  timeoutMs = TIMEOUT_MS,
): Promise<Response> {
  const signal = AbortSignal.any([init.signal, AbortSignal.timeout(timeoutMs)]);
  const response = await fetch(path, { ...init, signal, cache: "no-store" }).catch(
    (cause: unknown) => {
      if (init.signal.aborted) throw cause;
      throw new ApiError("offline", null, null, { cause });
    },
  );
  noteServerTime(response.headers.get("date"));
  if (!response.ok && response.status !== 304) throw await toApiError(response);
  return response;
}

/** The body of an answer. Throws `ApiError`. */
export function readJson(response: Response): Promise<unknown> {
  return response.json().catch((cause: unknown) => {
    throw new ApiError("unreadable", null, null, { cause });
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
