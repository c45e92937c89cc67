import { BASE_PATH } from "./base-path";

/** The address of one page of the newest tasks. It stands apart: a page that needs none does not load it. */
export const taskListRoute = (page: number, pageSize: number) =>
  `${BASE_PATH}/api/tasks?page=${String(page)}&pageSize=${String(pageSize)}`;
