import "server-only";
import type { ControlStanding, MessageQueue, TaskControl } from "@/lib/contract/task-control";
import type { ControlAction } from "@/lib/domain/task/control-note";
import { isFinal } from "@/lib/domain/task/task-status";
import type { Logger } from "@/lib/server/observability/logger";
import type { ReadUpstreamTask } from "@/lib/server/tasks/read-upstream-task";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import { isUpstreamError, UpstreamError } from "@/lib/server/upstream/errors";
import type { ControlGateway, SessionRef } from "@/lib/server/upstream/gateway";
import type { ControlNotes } from "./control-notes";

type Parts = {
  control: ControlGateway;
  readUpstreamTask: ReadUpstreamTask;
  notes: ControlNotes;
  log: Pick<Logger, "info">;
  isAllowed: boolean;
};

/** Who asks, as far as that is known, and by which request. */
type Asker = { requestId: string; who: string | null };

/** What operators may do to tasks, where `ALLOW_CONTROL` lets them. Throws `UpstreamError`. */
export type TaskControls = {
  /** Does it, and reads a task that it changes anew, so that every page shows it. */
  controlTask: (taskId: string, wish: TaskControl, asker: Asker) => Promise<void>;
  readQueue: (taskId: string) => Promise<MessageQueue>;
  /** What may be done to a task, and what was; nothing of one that cannot be read. Never throws. */
  readControl: (taskId: string) => Promise<ControlStanding>;
  /** Notes that somebody was handed the live view, by which they drive the browser. Never throws. */
  noteTakeOver: (
    taskId: string,
    task: Pick<UpstreamTask, "steps">,
    who: string | null,
  ) => Promise<void>;
};

/** See `TaskControls`. */
export function createTaskControls(parts: Parts): TaskControls {
  const { control, readUpstreamTask, notes, log, isAllowed } = parts;
  const read = (taskId: string) => readUpstreamTask(taskId, "cached");
  // It shows what came of the call, known or not.
  const readAnew = (taskId: string) => readUpstreamTask(taskId, "renewed").catch(() => null);

  return {
    controlTask: async (taskId, wish, { requestId, who }) => {
      const before = await read(taskId);
      const action = nameOf(wish);
      const note = async (outcome: string, isSure: boolean | null) => {
        // Who did what to which task; no text of a message.
        log.info({ requestId, taskId, who, action, outcome }, "Control of a task");
        if (isSure === null) return;
        await notes.add(taskId, { action, who, afterStep: newestOf(before), isSure });
      };
      try {
        if (NEEDS_RUN.has(action) && isFinal(before.task.status)) throw ended();
        await act(control, refOf(taskId, before), wish);
      } catch (error) {
        const refusal = await endedMeanwhile(error, action, () => readAnew(taskId));
        const code = isUpstreamError(refusal) ? refusal.code : "internal";
        await note(code, code === "outcome-unknown" ? false : null);
        throw refusal;
      }
      await note("done", true);
      // A message that waits changes nothing of the task.
      if (action !== "message") await readAnew(taskId);
    },
    readQueue: async (taskId) => ({
      messages: await control.listMessages(refOf(taskId, await read(taskId))),
    }),
    readControl: async (taskId) => {
      const [task, known] = await Promise.all([
        isAllowed ? read(taskId).catch(() => null) : null,
        notes.list(taskId),
      ]);
      return { isAllowed, canPause: task?.contract === "documented", notes: known };
    },
    noteTakeOver: (taskId, task, who) =>
      notes.add(taskId, { action: "take-control", who, afterStep: newestOf(task), isSure: true }),
  };
}

/** What nobody can do to a task that is over. */
const NEEDS_RUN: ReadonlySet<ControlAction> = new Set([
  "stop",
  "stop-with-browser",
  "pause",
  "resume",
]);

const ended = () => new UpstreamError("task-ended", "The task is over");

/** A task that is refused because it ended a moment before is said to be over. Others need not wait to be read anew. */
async function endedMeanwhile(
  error: unknown,
  action: ControlAction,
  readAnew: () => Promise<UpstreamTask | null>,
): Promise<unknown> {
  const code = isUpstreamError(error) ? error.code : null;
  if (code === "task-ended") return error;
  const reading = readAnew();
  if (code !== "upstream-refused" || !NEEDS_RUN.has(action)) return error;
  const task = await reading;
  return task !== null && isFinal(task.task.status) ? ended() : error;
}

function act(control: ControlGateway, task: SessionRef, wish: TaskControl): Promise<void> {
  switch (wish.action) {
    case "stop":
      return control.stop(task, wish.withBrowser);
    case "stop-browser":
      return control.stopBrowser(task);
    case "pause":
    case "resume":
      return control.setPaused(task, wish.action === "pause");
    case "message":
      return control.sendMessage(task, { text: wish.text, interrupt: wish.interrupt });
  }
}

function refOf(id: string, { contract, sessionId }: UpstreamTask): SessionRef {
  return { id, contract, sessionId };
}

function newestOf({ steps }: Pick<UpstreamTask, "steps">): number | null {
  return steps.at(-1)?.number ?? null;
}

function nameOf(wish: TaskControl): ControlAction {
  if (wish.action === "stop") return wish.withBrowser ? "stop-with-browser" : "stop";
  return wish.action === "message" && wish.interrupt ? "interrupt" : wish.action;
}
