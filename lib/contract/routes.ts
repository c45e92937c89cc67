import { addressOf, BASE_PATH } from "./base-path";
import type { TaskFilter } from "./task-list";

/** Widths in pixels at which a screenshot is offered; without one the original bytes are served. */
export const SCREENSHOT_WIDTHS = [160, 320, 640, 1280] as const;
export type ScreenshotWidth = (typeof SCREENSHOT_WIDTHS)[number];

const task = (taskId: string) => `${BASE_PATH}/api/tasks/${encodeURIComponent(taskId)}`;
const taskPage = (taskId: string) => `/tasks/${encodeURIComponent(taskId)}`;

/** The address of a page, opened at a step where one is named. */
export const atStep = (path: string, step?: number | null) =>
  step === undefined || step === null ? path : `${path}?step=${String(step)}`;

/** The address of a snapshot's changes; `longPollSeconds`: it may be held that long while there is no news, 0 for at once. */
export const since = (path: string, revision: string, longPollSeconds: number) =>
  `${path}?since=${encodeURIComponent(revision)}${longPollSeconds > 0 ? `&wait=${String(longPollSeconds)}` : ""}`;

/** The addresses of what one page shows of its task: a task page of an operator, or one that a share link opened. */
export function routesOf(api: string, page: string) {
  return {
    page: (step?: number | null) => atStep(page, step),
    step: (step: number) => `${api}/steps/${String(step)}`,
    output: `${api}/output`,
    /** What each step changed on the screen. */
    changes: `${api}/changes`,
    file: (fileId: string) => `${api}/files/${encodeURIComponent(fileId)}`,
    /** With the step's `screenshotKey` the address names the picture, and not only its place. */
    screenshot: (
      step: number,
      width: ScreenshotWidth | null = null,
      key: string | null = null,
    ): string => {
      const query = [width === null ? "" : `w=${String(width)}`, key === null ? "" : `v=${key}`];
      const search = query.filter((part) => part !== "").join("&");
      return `${api}/steps/${String(step)}/screenshot${search === "" ? "" : `?${search}`}`;
    },
  };
}

/** Where a page finds what belongs to its task, and what it may offer. */
export type TaskRoutes = ReturnType<typeof routesOf> & {
  /** What only an operator's page has; `null` where a share link opened it. */
  own: { upload: (fileId: string) => string; logs: string } | null;
  /** The screenshots of steps may be shown. */
  hasPictures: boolean;
  /** It is a run of v4, of which few steps tell an address, and what they tell is reasoning, not memory. */
  isRun: boolean;
};

/** The addresses of a task for an operator. */
export function taskRoutes(taskId: string): TaskRoutes {
  const api = task(taskId);
  return {
    ...routesOf(api, addressOf(taskPage(taskId))),
    own: {
      upload: (fileId) => `${api}/uploads/${encodeURIComponent(fileId)}`,
      logs: `${api}/logs`,
    },
    hasPictures: true,
    isRun: false,
  };
}

/** Every other address of our HTTP API, but for share links. */
export const apiRoutes = {
  task,
  taskSince: (taskId: string, revision: string, longPollSeconds: number) =>
    since(task(taskId), revision, longPollSeconds),
  live: (taskId: string) => `${task(taskId)}/live`,
  control: (taskId: string) => `${task(taskId)}/control`,
  queue: (taskId: string) => `${task(taskId)}/queue`,
  screenshot: (
    taskId: string,
    step: number,
    width: ScreenshotWidth | null = null,
    key: string | null = null,
  ) => taskRoutes(taskId).screenshot(step, width, key),
  /** `POST` signs in, `DELETE` signs out. */
  session: () => `${BASE_PATH}/api/session`,
  /** `DELETE` ends every session. */
  sessions: () => `${BASE_PATH}/api/sessions`,
  /** A page of the account's tasks; pages count from 1. */
  tasks: (page: number, pageSize: number, filter: TaskFilter) =>
    `${BASE_PATH}/api/tasks?${new URLSearchParams({ page: String(page), pageSize: String(pageSize), ...filter }).toString()}`,
  board: (taskIds: readonly string[]) =>
    `${BASE_PATH}/api/board?ids=${taskIds.map(encodeURIComponent).join(",")}`,
};

/** The path of each of our pages, but for share links: what the framework's links and redirects take. */
export const pageRoutes = {
  home: () => "/",
  task: (taskId: string, step?: number | null) => atStep(taskPage(taskId), step),
  /** Two runs side by side; without both, a form that asks for them. */
  compare: (a?: string, b?: string) => {
    const query = new URLSearchParams({
      ...(a === undefined ? {} : { a }),
      ...(b === undefined ? {} : { b }),
    }).toString();
    return `/compare${query === "" ? "" : `?${query}`}`;
  },
  board: (taskIds: readonly string[] = []) =>
    taskIds.length === 0 ? "/board" : `/board?ids=${taskIds.map(encodeURIComponent).join(",")}`,
  /** How the server stands, for its operator. */
  status: () => "/status",
  signIn: () => "/sign-in",
};
