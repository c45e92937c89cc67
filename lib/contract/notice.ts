import type { TaskStatus } from "@/lib/domain/task/task-status";

/** What a message can be about. `back-to-normal`: the task goes on, after something else was told. */
export const NOTICE_EVENTS = ["ended", "paused", "needs-person", "back-to-normal"] as const;
export type NoticeEvent = (typeof NOTICE_EVENTS)[number];

/** For whom a message is written: a program, or a chat that shows it to people. */
export const NOTICE_FORMATS = ["json", "slack", "discord", "teams"] as const;
export type NoticeFormat = (typeof NOTICE_FORMATS)[number];

/**
 * One message about a task, as a program receives it. It has nothing of its steps, outputs or pictures: whoever may see
 * those follows the link. Times are ISO 8601 with `Z`.
 */
export type Notice = {
  /** The same for the same occasion, whoever sends it and however often. */
  id: string;
  event: NoticeEvent;
  /** When it was noticed. */
  at: string;
  /** How often the task changed since the message before: more than once where repeats were merged. */
  changes: number;
  task: {
    id: string;
    /** The beginning on one line, with hidden characters spelt out and what looks like a secret masked. */
    prompt: string;
    status: TaskStatus;
    /** Whether the agent, and the judge, say that it succeeded; `null` where nobody said. */
    agentVerdict: boolean | null;
    judgeVerdict: boolean | null;
    stepCount: number;
    createdAt: string | null;
    startedAt: string | null;
    finishedAt: string | null;
  };
  /** Why a person is needed, in words of ours; `null` where none is. */
  need: {
    reason: string;
    severity: "now" | "soon" | "look";
    since: string | null;
    step: number | null;
    isGuess: boolean;
    title: string;
  } | null;
  /** The page of the task; `null` where nobody said what address people open. */
  link: string | null;
};
