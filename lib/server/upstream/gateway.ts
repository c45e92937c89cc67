import "server-only";
import type { NewMessage, QueuedMessage } from "@/lib/contract/task-control";
import type { TaskFilter, TaskListItem, TaskListPage } from "@/lib/contract/task-list";
import type { TaskSession } from "@/lib/contract/task-session";
import type { UpstreamTask, FullTask } from "./contracts/upstream-task";

/** A presigned address of a file, and its name as the upstream tells it (`null` for a log). */
export type FileLink = { url: string; name: string | null };

/** What identifies a task to the calls that ask for links: how its contract builds their paths. */
export type TaskRef = { id: string; contract: UpstreamTask["contract"] };

/** The same for calls that are about its session, too. */
export type SessionRef = TaskRef & Pick<UpstreamTask, "sessionId">;

/**
 * What changes something upstream. None of it is repeated where no answer came: `outcome-unknown`. What does not exist
 * in a version is `not-found`.
 */
export type ControlGateway = {
  /** Stops a task that runs, and with it its browser if that is wanted; one that has ended stays as it is. */
  stop(task: SessionRef, withBrowser: boolean): Promise<void>;
  /** Stops the browser of a task that has ended. */
  stopBrowser(task: SessionRef): Promise<void>;
  /** Pauses a task, or lets it go on. Only the documented contract of v2 has that. */
  setPaused(task: SessionRef, isPaused: boolean): Promise<void>;
  /** The messages that wait in the session of a run, the oldest first. */
  listMessages(task: SessionRef): Promise<readonly QueuedMessage[]>;
  sendMessage(task: SessionRef, message: NewMessage): Promise<void>;
};

/** Everything we ask of the upstream. Every call throws `UpstreamError` and nothing else. */
export type TaskGateway = {
  /** `before` is what is kept of the last answer for it, if anything is: what did not change since is not read again. */
  getTask(taskId: string, before: UpstreamTask | null): Promise<UpstreamTask>;
  /** The same with all its texts in full. It may be large: do not keep it. */
  getFullTask(taskId: string): Promise<FullTask>;
  listTasks(page: number, pageSize: number, filter: TaskFilter): Promise<TaskListPage>;
  /** The newest tasks of a session; none for an id that is not a session's. */
  listSessionTasks(sessionId: string): Promise<readonly TaskListItem[]>;
  getOutputFile(task: TaskRef, fileId: string): Promise<FileLink>;
  /** The current contract of v2 has no uploaded files: `file-not-found`. */
  getUploadedFile(task: TaskRef, fileId: string): Promise<FileLink>;
  getLog(task: TaskRef): Promise<FileLink>;
  /** What its session tells beside the live view. */
  getSession(task: SessionRef): Promise<TaskSession>;
  /** The video of a browser of its session, or of the only one: `file-not-found` where there is none. */
  getRecording(task: SessionRef, browserId: string | null): Promise<FileLink>;
  /**
   * The bytes of a picture that has no address of its own, because it came inside an answer; `null` where there is none,
   * and for every other address.
   */
  getPicture(task: TaskRef, address: string): Promise<Uint8Array | null>;
  control: ControlGateway;
};
