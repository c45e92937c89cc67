import type { Board } from "@/lib/contract/board";
import { apiRoutes } from "@/lib/contract/routes";
import { FETCHED_AT_HEADER } from "@/lib/contract/task-snapshot";
import { isFinal } from "@/lib/domain/task/task-status";
import { readJson, request } from "./api-client";
import { ApiError } from "./api-error";

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
  const fields = new Map(typeof body === "object" && body !== null ? Object.entries(body) : []);
  return typeof fields.get("revision") === "string" && Array.isArray(fields.get("entries"));
}
