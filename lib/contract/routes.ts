/** Widths in pixels at which a screenshot is offered; without one the original bytes are served. */
export const SCREENSHOT_WIDTHS = [160, 320, 640, 1280] as const;
export type ScreenshotWidth = (typeof SCREENSHOT_WIDTHS)[number];

const task = (taskId: string) => `/api/tasks/${encodeURIComponent(taskId)}`;

/** Every address of our HTTP API. */
export const apiRoutes = {
  task,
  /** `holdSeconds`: the answer may be held that long while there is no news; 0 for at once. */
  taskSince: (taskId: string, revision: string, holdSeconds: number) =>
    `${task(taskId)}?since=${encodeURIComponent(revision)}${holdSeconds > 0 ? `&wait=${String(holdSeconds)}` : ""}`,
  live: (taskId: string) => `${task(taskId)}/live`,
  step: (taskId: string, step: number) => `${task(taskId)}/steps/${String(step)}`,
  output: (taskId: string) => `${task(taskId)}/output`,
  /** With the step's `screenshotKey` the address names the picture, and not only its place. */
  screenshot: (
    taskId: string,
    step: number,
    width: ScreenshotWidth | null = null,
    key: string | null = null,
  ) => {
    const query = [width === null ? "" : `w=${String(width)}`, key === null ? "" : `v=${key}`];
    const search = query.filter((part) => part !== "").join("&");
    return `${task(taskId)}/steps/${String(step)}/screenshot${search === "" ? "" : `?${search}`}`;
  },
  file: (taskId: string, fileId: string) => `${task(taskId)}/files/${encodeURIComponent(fileId)}`,
  upload: (taskId: string, fileId: string) =>
    `${task(taskId)}/uploads/${encodeURIComponent(fileId)}`,
  logs: (taskId: string) => `${task(taskId)}/logs`,
  /** `POST` signs in, `DELETE` signs out. */
  session: () => "/api/session",
  /** `DELETE` ends every session. */
  sessions: () => "/api/sessions",
  board: (taskIds: readonly string[]) =>
    `/api/board?ids=${taskIds.map(encodeURIComponent).join(",")}`,
};

/** Every address of our pages. */
export const pageRoutes = {
  home: () => "/",
  task: (taskId: string, step?: number | null) =>
    `/tasks/${encodeURIComponent(taskId)}${step === undefined || step === null ? "" : `?step=${String(step)}`}`,
  /** Two runs side by side; without both, a form that asks for them. */
  compare: (a?: string, b?: string) => {
    const query = new URLSearchParams({
      ...(a === undefined ? {} : { a }),
      ...(b === undefined ? {} : { b }),
    }).toString();
    return `/compare${query === "" ? "" : `?${query}`}`;
  },
  board: () => "/board",
  signIn: () => "/sign-in",
};
