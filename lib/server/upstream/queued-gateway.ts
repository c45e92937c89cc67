import "server-only";
import { NotCalled, type CallQueue } from "./call-queue";
import { UpstreamError } from "./errors";
import type { TaskGateway } from "./gateway";
import type { UpstreamPause } from "./upstream-pause";

/**
 * The gateway whose lists, full texts and file links wait for their turn, before all tasks: somebody has
 * just asked for them. Tasks are left to the task store, which knows when each was viewed.
 */
export function queuedGateway(
  gateway: TaskGateway,
  queue: CallQueue,
  pause: Pick<UpstreamPause, "pausedBy">,
): TaskGateway {
  const first = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await queue.run(() => Number.MAX_SAFE_INTEGER, call);
    } catch (error) {
      if (!(error instanceof NotCalled)) throw error;
      if (error.cooldownLeftMs === 0) throw new UpstreamError("upstream-timeout", error.message);
      throw new UpstreamError(
        pause.pausedBy,
        error.message,
        Math.ceil(error.cooldownLeftMs / 1000),
      );
    }
  };
  const { control } = gateway;
  return {
    getTask: (taskId, before) => gateway.getTask(taskId, before),
    getFullTask: (taskId) => first(() => gateway.getFullTask(taskId)),
    listTasks: (page, pageSize, filter) => first(() => gateway.listTasks(page, pageSize, filter)),
    listSessionTasks: (sessionId) => first(() => gateway.listSessionTasks(sessionId)),
    getOutputFile: (task, fileId) => first(() => gateway.getOutputFile(task, fileId)),
    getUploadedFile: (task, fileId) => first(() => gateway.getUploadedFile(task, fileId)),
    getLog: (task) => first(() => gateway.getLog(task)),
    getSession: (task) => first(() => gateway.getSession(task)),
    getRecording: (task, browserId) => first(() => gateway.getRecording(task, browserId)),
    getPicture: (task, address) => first(() => gateway.getPicture(task, address)),
    control: {
      stop: (task, withBrowser) => first(() => control.stop(task, withBrowser)),
      stopBrowser: (task) => first(() => control.stopBrowser(task)),
      setPaused: (task, isPaused) => first(() => control.setPaused(task, isPaused)),
      listMessages: (task) => first(() => control.listMessages(task)),
      sendMessage: (task, message) => first(() => control.sendMessage(task, message)),
    },
  };
}
