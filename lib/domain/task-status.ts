/** Where a task stands. `unknown` is a real member: a status we have no word for, never a success and never final. */
export type TaskStatus =
  "created" | "running" | "paused" | "finished" | "failed" | "stopped" | "unknown";

/** How a status looks: one of the colour families of the theme. */
type StatusTone = "neutral" | "active" | "waiting" | "success" | "failure" | "muted";

type StatusFacts = {
  label: string;
  /** One sentence for a reader who sees the word for the first time. */
  meaning: string;
  tone: StatusTone;
  /** No further steps will come. */
  isFinal: boolean;
};

/** Everything that depends on the status alone, in one exhaustive table. */
export const TASK_STATUSES = {
  created: {
    label: "Created",
    meaning: "The task is accepted and has not started yet.",
    tone: "neutral",
    isFinal: false,
  },
  running: {
    label: "Running",
    meaning: "The agent is working.",
    tone: "active",
    isFinal: false,
  },
  paused: {
    label: "Paused",
    meaning: "The agent is paused and can be resumed.",
    tone: "waiting",
    isFinal: false,
  },
  finished: {
    label: "Finished",
    meaning: "The agent ended the task by itself. Whether it succeeded is a separate question.",
    tone: "success",
    isFinal: true,
  },
  failed: {
    label: "Failed",
    meaning: "The task ended with an error.",
    tone: "failure",
    isFinal: true,
  },
  stopped: {
    label: "Stopped",
    meaning: "Someone stopped the task. It cannot be resumed.",
    tone: "muted",
    isFinal: true,
  },
  unknown: {
    label: "Unknown",
    meaning: "The service reports a status that this version has no word for.",
    tone: "neutral",
    isFinal: false,
  },
} as const satisfies Record<TaskStatus, StatusFacts>;

const STATUS_BY_RAW: ReadonlyMap<string, TaskStatus> = new Map<string, TaskStatus>([
  ["created", "created"],
  ["started", "running"],
  ["paused", "paused"],
  ["finished", "finished"],
  ["failed", "failed"],
  ["stopped", "stopped"],
]);

/** Maps the upstream's own word, of either wire contract, to a status; any other word is `unknown`. */
export function toTaskStatus(raw: string): TaskStatus {
  return STATUS_BY_RAW.get(raw) ?? "unknown";
}

/** True when no further steps will come. */
export function isFinal(status: TaskStatus): boolean {
  return TASK_STATUSES[status].isFinal;
}

/** True when a value is one of our statuses, for text that comes back from storage. */
export function isTaskStatus(value: unknown): value is TaskStatus {
  return typeof value === "string" && Object.hasOwn(TASK_STATUSES, value);
}
