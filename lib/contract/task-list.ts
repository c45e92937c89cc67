import type { Task } from "@/lib/domain/task/task";
import type { TaskStatus } from "@/lib/domain/task/task-status";

/** One task in a list: the head of a task, without its long texts and files. */
export type TaskListItem = Pick<
  Task,
  | "id"
  | "prompt"
  | "status"
  | "rawStatus"
  | "model"
  | "createdAt"
  | "startedAt"
  | "finishedAt"
  | "verdict"
  | "cost"
> & {
  /** The session that it belongs to; `null` when nobody said. */
  sessionId: string | null;
};

/** The body of `GET /api/tasks`. Pages count from 1; `total` counts the tasks of all pages. */
export type TaskList = {
  items: readonly TaskListItem[];
  page: number;
  pageSize: number;
  total: number;
};

/** The statuses that a list can be asked for: those that the service has a word for. */
export const LISTED_STATUSES = [
  "created",
  "running",
  "finished",
  "failed",
  "stopped",
] as const satisfies readonly TaskStatus[];
export type ListedStatus = (typeof LISTED_STATUSES)[number];

/** Which tasks a list is asked for; what is absent leaves none out. Times are ISO 8601 with `Z`. */
export type TaskFilter = {
  status?: ListedStatus;
  sessionId?: string;
  after?: string;
  before?: string;
};
