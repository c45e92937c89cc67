import "server-only";
import type { TaskList } from "@/lib/contract/task-list";
import { processWide } from "@/lib/server/config/process-wide";
import { getGateway } from "@/lib/server/upstream/process-gateway";
import { createSharedReadings } from "./shared-readings";

const KEPT_MS = 2000;
const MOST_PAGES = 100;

/** One page of the task list, kept for two seconds; readers at the same time share one call. Throws `UpstreamError`. */
export function readTaskList(page: number, pageSize: number): Promise<TaskList> {
  const read = processWide("task-lists", () => createSharedReadings<TaskList>(MOST_PAGES, KEPT_MS));
  return read(`${String(page)} ${String(pageSize)}`, () => getGateway().listTasks(page, pageSize));
}
