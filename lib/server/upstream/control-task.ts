import "server-only";
import { parseTaskId } from "@/lib/domain/task/task-id";
import type { UpstreamClient } from "./client";
import { UpstreamError } from "./errors";
import type { ControlGateway, SessionRef } from "./gateway";

type Action = "stop" | "stop_task_and_session" | "pause" | "resume";

/** `PATCH /tasks/{id}` of v2. It knows no messages: who goes on makes a new task in the session. */
export function createTaskControl(
  client: UpstreamClient,
  forgetSession: (taskId: string) => void,
): ControlGateway {
  const change = async ({ id }: SessionRef, action: Action) => {
    const taskId = parseTaskId(id);
    if (taskId === null) throw new UpstreamError("bad-task-id", "Not a task id");
    await client.act(`/tasks/${taskId}`, { method: "PATCH", body: { action } });
    forgetSession(taskId);
  };
  const noMessages = () => Promise.reject(new UpstreamError("not-found", "v2 has no messages"));
  return {
    stop: async (task, withBrowser) => change(task, withBrowser ? "stop_task_and_session" : "stop"),
    // Of a task that has ended the session is all that is left to stop.
    stopBrowser: async (task) => change(task, "stop_task_and_session"),
    setPaused: async (task, isPaused) => {
      if (task.contract !== "documented") throw new UpstreamError("not-found", "No pauses");
      await change(task, isPaused ? "pause" : "resume");
    },
    listMessages: noMessages,
    sendMessage: noMessages,
  };
}
