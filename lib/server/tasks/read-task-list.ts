import "server-only";
import type { TaskList } from "@/lib/contract/task-list";
import { BODY_FACTOR, boundedCache, sizeIn } from "@/lib/server/config/memory-budget";
import { processWide } from "@/lib/server/config/process-wide";
import { jsonSize } from "@/lib/server/upstream/cut-text";
import { getGateway } from "@/lib/server/upstream/process-gateway";

const KEPT_MS = 2000;
const MOST_PAGES = 100;

/** One page of the task list, held for two seconds; readers at the same time share one call. Throws `UpstreamError`. */
export function readTaskList(page: number, pageSize: number): Promise<TaskList> {
  // The promise itself is held: a call under way and one that failed are shared too.
  const pages = processWide("task-lists", () =>
    boundedCache<Promise<TaskList>>("taskLists", { max: MOST_PAGES, ttl: KEPT_MS }),
  );
  const key = `${String(page)} ${String(pageSize)}`;
  const held = pages.get(key);
  if (held !== undefined) return held;
  const reading = getGateway().listTasks(page, pageSize);
  pages.set(key, reading, sizeIn("taskLists", 1));
  const weigh = (list: TaskList) => {
    if (pages.peek(key) !== reading) return;
    const bytes = jsonSize(list) * BODY_FACTOR;
    pages.set(key, reading, { ...sizeIn("taskLists", bytes), noUpdateTTL: true });
  };
  reading.then(weigh, () => undefined);
  return reading;
}
