import type { NeedSigns } from "@/lib/domain/needs/need-signs";
import type { Step } from "@/lib/domain/task/step";
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

/** One page of a list of tasks. Pages count from 1; `total` counts the tasks of all pages. */
export type TaskListPage = {
  items: readonly TaskListItem[];
  page: number;
  pageSize: number;
  total: number;
  /**
   * Pages up to this one have all tasks that were made at this time or later, ISO 8601 with `Z`; of older ones, some may
   * be missing. `null` when there is no further page.
   */
  completeTo: string | null;
  /** The versions of the API whose tasks could not be read this time. */
  unread: readonly ("v2" | "v4")[];
};

/** What this server knows of a task beside its list, because somebody watched it lately. */
export type KnownOfTask = {
  stepCount: number;
  /** The last step with a screenshot. */
  screenshotStep: Pick<Step, "number" | "screenshotKey"> | null;
  hasAnswer: boolean;
  /** By these a list tells whether it needs a person. */
  needSigns: NeedSigns;
};

/** A task as `GET /api/tasks` lists it; `known: null` where nobody watched it lately. */
export type TaskListEntry = TaskListItem & { known: KnownOfTask | null };

/** The body of `GET /api/tasks`. */
export type TaskList = Omit<TaskListPage, "items"> & { items: readonly TaskListEntry[] };

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
