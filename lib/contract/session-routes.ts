import { apiRoutes } from "./routes";

/** The addresses of the session of a task. They stand apart: a page that needs none does not load them. */
export const sessionRoutes = {
  session: (taskId: string) => `${apiRoutes.task(taskId)}/session`,
  /** The video of a browser, or of the only one. */
  recording: (taskId: string, browserId: string | null) =>
    `${apiRoutes.task(taskId)}/recording${browserId === null ? "" : `?browser=${encodeURIComponent(browserId)}`}`,
};
