import type { RecordingState } from "@/lib/domain/task/recording";
import type { SessionStatus } from "@/lib/domain/task/task";
import type { TaskListItem } from "./task-list";

/** The video of one browser of a session. */
export type Recording = {
  /** `null` where a session has one browser, which has no id of its own. */
  browserId: string | null;
  state: RecordingState;
};

/**
 * The body of `GET /api/tasks/{id}/session`: what the browser session of a task tells beside its live view. Times are
 * ISO 8601 with `Z`, amounts decimal text, costs in USD; `null` where nobody said.
 */
export type TaskSession = {
  status: SessionStatus | null;
  startedAt: string | null;
  finishedAt: string | null;
  /** Its browser stays up after the end of a task. */
  keepAlive: boolean | null;
  /** Its tasks know what those before them did. */
  persistMemory: boolean | null;
  /** Where the service shows the session to whoever has the address; `null` where it is not shared there. */
  publicShareUrl: string | null;
  proxyUsedMb: string | null;
  proxyCost: string | null;
  browserCost: string | null;
  /** The newest last. */
  recordings: readonly Recording[];
  /** Its other tasks, the newest first. */
  tasks: readonly TaskListItem[];
};
