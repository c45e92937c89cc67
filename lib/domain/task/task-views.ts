/** The parts of the task page that the URL can name. */
export const TASK_VIEWS = ["steps", "live", "step", "output", "files", "raw"] as const;
export type TaskViewName = (typeof TASK_VIEWS)[number];
