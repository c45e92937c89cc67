import "server-only";
import type { KnownOfTask, TaskList } from "@/lib/contract/task-list";
import { readNeedSigns } from "@/lib/domain/needs/need-signs";
import { hasAnswer } from "@/lib/domain/task/end-look";
import type { OnCache } from "@/lib/server/config/memory-budget";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import type { TaskGateway } from "@/lib/server/upstream/gateway";
import { createSharedReadings } from "./shared-readings";
import type { TaskListQuery } from "./task-list-query";

const KEPT_MS = 2000;
const MOST_PAGES = 100;

/** One page of the task list, kept for two seconds; readers at the same time share one call. Throws `UpstreamError`. */
export type ReadTaskList = (query: TaskListQuery) => Promise<TaskList>;

/** See `ReadTaskList`. `peek` tells what is known of a task without asking for it. */
export function createReadTaskList(
  gateway: Pick<TaskGateway, "listTasks">,
  peek: (taskId: string) => UpstreamTask | null,
  onCache?: OnCache,
): ReadTaskList {
  const read = createSharedReadings<TaskList>(MOST_PAGES, KEPT_MS, onCache);
  // Made once of an answer, as the texts of a long run take a while to read.
  const known = new WeakMap<UpstreamTask, KnownOfTask>();
  const knownOf = (upstream: UpstreamTask | null): KnownOfTask | null => {
    if (upstream === null) return null;
    const facts = known.get(upstream) ?? readKnown(upstream);
    known.set(upstream, facts);
    return facts;
  };
  return ({ page, pageSize, filter }) =>
    read(JSON.stringify([page, pageSize, filter]), async () => {
      const list = await gateway.listTasks(page, pageSize, filter);
      const items = list.items.map((item) => ({ ...item, known: knownOf(peek(item.id)) }));
      return { ...list, items };
    });
}

function readKnown({ task, steps }: UpstreamTask): KnownOfTask {
  const pictured = steps.findLast((step) => step.hasScreenshot);
  return {
    stepCount: task.stepCount,
    screenshotStep:
      pictured === undefined
        ? null
        : { number: pictured.number, screenshotKey: pictured.screenshotKey },
    hasAnswer: hasAnswer(task, steps),
    needSigns: readNeedSigns({ task, steps }),
  };
}
