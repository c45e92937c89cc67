import "server-only";
import { LISTED_STATUSES, type TaskFilter } from "@/lib/contract/task-list";
import { parseTaskId } from "@/lib/domain/task/task-id";
import { toUtcTime } from "@/lib/server/upstream/contracts/utc-time";

/** What a request for a list of tasks asks for. Pages count from 1. */
export type TaskListQuery = { page: number; pageSize: number; filter: TaskFilter };

const MOST_PAGES = 10_000;
const MOST_OF_PAGE = 100;

/** Reads `page`, `pageSize`, `status`, `sessionId`, `after` and `before`; `null` where one of them has a wrong form. */
export function parseTaskListQuery(query: URLSearchParams): TaskListQuery | null {
  const page = wholeNumber(query.get("page") ?? "1", MOST_PAGES);
  const pageSize = wholeNumber(query.get("pageSize") ?? "20", MOST_OF_PAGE);
  const status = read(query, "status", (word) => LISTED_STATUSES.find((known) => known === word));
  const sessionId = read(query, "sessionId", parseTaskId);
  const after = read(query, "after", toUtcTime);
  const before = read(query, "before", toUtcTime);
  if (page === null || pageSize === null) return null;
  if (status === null || sessionId === null || after === null || before === null) return null;
  return { page, pageSize, filter: { ...status, ...sessionId, ...after, ...before } };
}

/** A field of the filter by its name; none where the query does not name it, `null` where its value is none. */
function read<Name extends string, Value extends string>(
  query: URLSearchParams,
  name: Name,
  parse: (text: string) => Value | null | undefined,
): Partial<Record<Name, Value>> | null {
  const text = query.get(name);
  if (text === null) return {};
  const value = parse(text) ?? null;
  if (value === null) return null;
  const field: Partial<Record<Name, Value>> = {};
  field[name] = value;
  return field;
}

function wholeNumber(text: string, most: number): number | null {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
}
