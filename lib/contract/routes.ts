/** Widths in pixels at which a screenshot is offered; without one the original bytes are served. */
export const SCREENSHOT_WIDTHS = [160, 320, 640, 1280] as const;
export type ScreenshotWidth = (typeof SCREENSHOT_WIDTHS)[number];

const task = (taskId: string) => `/api/tasks/${encodeURIComponent(taskId)}`;

/** Every address of our HTTP API. */
export const apiRoutes = {
  task,
  taskSince: (taskId: string, revision: string) =>
    `${task(taskId)}?since=${encodeURIComponent(revision)}`,
  live: (taskId: string) => `${task(taskId)}/live`,
  screenshot: (taskId: string, step: number, width?: ScreenshotWidth) =>
    `${task(taskId)}/steps/${String(step)}/screenshot${width === undefined ? "" : `?w=${String(width)}`}`,
  file: (taskId: string, fileId: string) => `${task(taskId)}/files/${encodeURIComponent(fileId)}`,
  upload: (taskId: string, fileId: string) =>
    `${task(taskId)}/uploads/${encodeURIComponent(fileId)}`,
  logs: (taskId: string) => `${task(taskId)}/logs`,
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
};
