/** The parts of the task page that the URL can name. */
export const TASK_VIEWS = ["steps", "live", "step", "output", "files", "raw"] as const;
/** The id of the button by which a reader takes control, for what leads there. */
export const TAKE_CONTROL_ID = "take-control";
export type TaskViewName = (typeof TASK_VIEWS)[number];
