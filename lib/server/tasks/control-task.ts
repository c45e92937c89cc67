import "server-only";
import type { MessageQueue, TaskControl } from "@/lib/contract/task-control";
import type { Logger } from "@/lib/server/observability/logger";
import { isUpstreamError } from "@/lib/server/upstream/errors";
import type { ControlGateway, SessionRef } from "@/lib/server/upstream/gateway";
import type { ReadUpstreamTask } from "./read-upstream-task";

type Parts = {
  control: ControlGateway;
  readUpstreamTask: ReadUpstreamTask;
  log: Pick<Logger, "info">;
};

/** Who asks, as far as that is known, and by which request. */
type Asker = { requestId: string; who: string | null };

/** What operators may do to tasks, where `ALLOW_CONTROL` lets them. Throws `UpstreamError`. */
export type TaskControls = {
  /** Does it, and reads a task that it changes anew, so that every page shows it. */
  controlTask: (taskId: string, wish: TaskControl, asker: Asker) => Promise<void>;
  readQueue: (taskId: string) => Promise<MessageQueue>;
};

/** See `TaskControls`. */
export function createTaskControls({ control, readUpstreamTask, log }: Parts): TaskControls {
  const find = async (taskId: string): Promise<SessionRef> => {
    const { contract, sessionId } = await readUpstreamTask(taskId, "cached");
    return { id: taskId, contract, sessionId };
  };
  return {
    controlTask: async (taskId, wish, { requestId, who }) => {
      const task = await find(taskId);
      const note = (outcome: string) => {
        // Who did what to which task; no text of a message.
        log.info({ requestId, taskId, who, action: nameOf(wish), outcome }, "Control of a task");
      };
      // It shows what came of the call, known or not; whoever asked need not wait for what is not.
      const readAnew = () => readUpstreamTask(taskId, "renewed").catch(() => undefined);
      try {
        await act(control, task, wish);
      } catch (error) {
        note(isUpstreamError(error) ? error.code : "internal");
        void readAnew();
        throw error;
      }
      note("done");
      // A message that waits changes nothing of the task.
      if (wish.action !== "message" || wish.interrupt) await readAnew();
    },
    readQueue: async (taskId) => ({ messages: await control.listMessages(await find(taskId)) }),
  };
}

function act(control: ControlGateway, task: SessionRef, wish: TaskControl): Promise<void> {
  switch (wish.action) {
    case "stop":
      return control.stop(task, wish.withBrowser);
    case "stop-browser":
      return control.stopBrowser(task);
    case "message":
      return control.sendMessage(task, { text: wish.text, interrupt: wish.interrupt });
  }
}

function nameOf(wish: TaskControl): string {
  if (wish.action === "stop") return wish.withBrowser ? "stop-with-browser" : "stop";
  return wish.action === "message" && wish.interrupt ? "interrupt" : wish.action;
}
