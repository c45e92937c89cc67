/** Where a task stands. `unknown` is a real member: a status we have no word for, never a success and never final. */
export type TaskStatus =
  "created" | "running" | "paused" | "finished" | "failed" | "stopped" | "unknown";

/** How a status looks: one of the colour families of the theme. */
export type StatusTone = "neutral" | "active" | "waiting" | "success" | "failure" | "muted";

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
    meaning: "The agent ended the task itself. Whether it succeeded is another question.",
    // Green is for those of which somebody says so.
    tone: "neutral",
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
    meaning: "The service reports a status that this version does not know.",
    tone: "neutral",
    isFinal: false,
  },
} as const satisfies Record<TaskStatus, StatusFacts>;

/** The words of the upstream's that are as good as ours. Without a call, so that no page carries them. */
const WORDS: Record<Exclude<TaskStatus, "unknown">, string> = {
  created: "created queued pending initializing initialising scheduled not_started dispatching",
  running: "started running in_progress processing executing resumed",
  paused: "paused on_hold",
  finished: "finished completed complete done succeeded success successful",
  failed: "failed failure error errored timed_out timedout timeout crashed",
  stopped: "stopped cancelled canceled aborted terminated",
};

function plainWord(raw: string): string {
  return raw
    .trim()
    .replaceAll(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
}

/**
 * Maps the upstream's own word, in any spelling, to a status. A word that is not plain, such as `idle`, which stands
 * before the start and after the end, is `unknown`.
 */
export function toTaskStatus(raw: string): TaskStatus {
  const word = plainWord(raw);
  const known = Object.entries(WORDS).find(([, words]) => words.split(" ").includes(word));
  return isTaskStatus(known?.[0]) ? known[0] : "unknown";
}

/** What the upstream itself usually calls what we call running, finished and stopped. */
const USUAL_WORD = /^(?:started|completed|cancelled)$/;

/** True when the upstream's word says more to a reader than our label: `timed_out` beside “Failed”. */
export function isOwnWord(status: TaskStatus, raw: string): boolean {
  const word = plainWord(raw);
  return word !== "" && word !== status && (status === "unknown" || !USUAL_WORD.test(word));
}

/** True when no further steps will come. */
export function isFinal(status: TaskStatus): boolean {
  return TASK_STATUSES[status].isFinal;
}

/** True when a value is one of our statuses, for text that comes back from storage. */
export function isTaskStatus(value: unknown): value is TaskStatus {
  return typeof value === "string" && Object.hasOwn(TASK_STATUSES, value);
}
