import type { Task } from "@/lib/domain/task/task";

/** One task in a list: the head of a task, without its long texts, files and session. */
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
>;

/** The body of `GET /api/tasks`. Pages count from 1; `total` counts the tasks of all pages. */
export type TaskList = {
  items: readonly TaskListItem[];
  page: number;
  pageSize: number;
  total: number;
};
