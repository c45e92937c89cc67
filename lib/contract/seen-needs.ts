import { BASE_PATH } from "./base-path";
import { apiRoutes } from "./routes";

/** The most tasks that one request may ask for: as many as the longest page of a list. */
export const MOST_SEEN_TASKS = 100;

/** That somebody has seen a need of a task, by its key. */
export type SeenMark = {
  taskId: string;
  key: string;
  /** ISO 8601 with `Z`. */
  seenAt: string;
  /** Who marked it, where a proxy says who that is. */
  who: string | null;
};

/** The body of `GET /api/seen?ids={a},{b}`. */
export type SeenMarks = { marks: readonly SeenMark[] };

/** The addresses of seen marks. They stand apart: a page where nobody is needed does not load them. */
export const seenRoutes = {
  of: (taskIds: readonly string[]) =>
    `${BASE_PATH}/api/seen?ids=${taskIds.map(encodeURIComponent).join(",")}`,
  /** `POST` marks a need as seen. */
  task: (taskId: string) => `${apiRoutes.task(taskId)}/seen`,
  /** `DELETE` takes the mark away. */
  mark: (taskId: string, key: string) =>
    `${apiRoutes.task(taskId)}/seen?key=${encodeURIComponent(key)}`,
};
