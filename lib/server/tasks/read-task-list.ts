import "server-only";
import type { TaskList } from "@/lib/contract/task-list";
import type { OnCache } from "@/lib/server/config/memory-budget";
import type { TaskGateway } from "@/lib/server/upstream/gateway";
import { createSharedReadings } from "./shared-readings";
import type { TaskListQuery } from "./task-list-query";

const KEPT_MS = 2000;
const MOST_PAGES = 100;

/** One page of the task list, kept for two seconds; readers at the same time share one call. Throws `UpstreamError`. */
export type ReadTaskList = (query: TaskListQuery) => Promise<TaskList>;

/** See `ReadTaskList`. */
export function createReadTaskList(
  gateway: Pick<TaskGateway, "listTasks">,
  onCache?: OnCache,
): ReadTaskList {
  const read = createSharedReadings<TaskList>(MOST_PAGES, KEPT_MS, onCache);
  return ({ page, pageSize, filter }) =>
    read(JSON.stringify([page, pageSize, filter]), () => gateway.listTasks(page, pageSize, filter));
}
