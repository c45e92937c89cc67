import "server-only";
import { LRUCache } from "lru-cache";
import { UpstreamError } from "./errors";
import type { TaskGateway } from "./gateway";
import { later, newestFirst } from "./newest-first";

const MOST_IDS = 10_000;
/** What a version says of an id that is not its own. */
const NOT_MINE = new Set(["task-not-found", "bad-task-id"]);
/** What v4 says where the project, or the key, is not for it. */
const NOT_FOR_US = new Set([...NOT_MINE, "key-rejected", "upstream-refused"]);

type Version = "v2" | "v4";

const isNotForUs = (error: unknown) => error instanceof UpstreamError && NOT_FOR_US.has(error.code);

/**
 * One gateway over both versions. No id tells which version it is of: that is found out by asking, v2 first, and
 * remembered.
 */
export function anyVersion(v2: TaskGateway, v4: TaskGateway): TaskGateway {
  const versions = new LRUCache<string, Version>({ max: MOST_IDS });
  const gateways = { v2, v4 };

  async function ask<T>(
    taskId: string,
    known: Version | null,
    call: (gateway: TaskGateway) => Promise<T>,
  ): Promise<T> {
    const id = taskId.toLowerCase();
    const version = known ?? versions.get(id);
    if (version !== undefined) return call(gateways[version]);
    try {
      const answer = await call(v2);
      versions.set(id, "v2");
      return answer;
    } catch (error) {
      if (!(error instanceof UpstreamError) || !NOT_MINE.has(error.code)) throw error;
      try {
        const answer = await call(v4);
        versions.set(id, "v4");
        return answer;
      } catch (other) {
        // Where v4 cannot be asked nothing is known of the id; where it may not be, v2 has said all there is to say.
        throw isNotForUs(other) ? error : other;
      }
    }
  }

  return {
    getTask: (taskId, before) =>
      ask(taskId, before === null ? null : before.contract === "v4" ? "v4" : "v2", (gateway) =>
        gateway.getTask(taskId, before),
      ),
    getFullTask: (taskId) => ask(taskId, null, (gateway) => gateway.getFullTask(taskId)),
    listTasks: async (page, pageSize, filter) => {
      const [tasks, runs] = await Promise.allSettled([
        v2.listTasks(page, pageSize, filter),
        v4.listTasks(page, pageSize, filter),
      ]);
      if (tasks.status === "rejected") throw tasks.reason;
      const list = tasks.value;
      if (runs.status === "rejected")
        return { ...list, unread: isNotForUs(runs.reason) ? [] : ["v4"] };
      const items = newestFirst([...list.items, ...runs.value.items]);
      const completeTo = later(list.completeTo, runs.value.completeTo);
      const total = list.total + runs.value.total;
      return { items, page, pageSize, total, completeTo, unread: [] };
    },
    listSessionTasks: async (sessionId) => {
      const lists = await Promise.allSettled([
        v2.listSessionTasks(sessionId),
        v4.listSessionTasks(sessionId),
      ]);
      const [first] = lists;
      const found = lists.flatMap((list) => (list.status === "fulfilled" ? list.value : []));
      if (found.length === 0 && first.status === "rejected") throw first.reason;
      return newestFirst(found);
    },
    getOutputFile: (task, fileId) => of(task).getOutputFile(task, fileId),
    getUploadedFile: (task, fileId) => of(task).getUploadedFile(task, fileId),
    getLog: (task) => of(task).getLog(task),
    getSession: (task) => of(task).getSession(task),
    getRecording: (task, browserId) => of(task).getRecording(task, browserId),
    getPicture: (task, address) => of(task).getPicture(task, address),
    control: {
      stop: (task, withBrowser) => of(task).control.stop(task, withBrowser),
      stopBrowser: (task) => of(task).control.stopBrowser(task),
      setPaused: (task, isPaused) => of(task).control.setPaused(task, isPaused),
      listMessages: (task) => of(task).control.listMessages(task),
      sendMessage: (task, message) => of(task).control.sendMessage(task, message),
    },
  };

  function of({ contract }: { contract: string }): TaskGateway {
    return contract === "v4" ? v4 : v2;
  }
}
