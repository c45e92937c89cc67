import type { Step } from "@/lib/domain/task/step";
import type { NeedSigns } from "@/lib/domain/needs/need-signs";
import type { StepTimes } from "@/lib/domain/freshness/step-pace";
import type { Task } from "@/lib/domain/task/task";
import { taskIdWithin } from "@/lib/domain/task/find-task-id";
import { beginningOf } from "@/lib/domain/text/truncate";
import type { ProblemCode } from "./problem";
import type { TaskSnapshot } from "./task-snapshot";

/** The most tasks that one board shows and one request may ask for. */
export const MOST_ON_BOARD = 24;

/** What a tile shows of a task. Prompt, goal and address are cut to what a tile has room for. */
export type BoardTask = Pick<
  Task,
  | "id"
  | "prompt"
  | "status"
  | "rawStatus"
  | "createdAt"
  | "startedAt"
  | "finishedAt"
  | "verdict"
  | "cost"
  | "stepCount"
> & {
  /** By these a board tells what is slow for this task. */
  stepTimes: StepTimes;
  lastStep:
    | (Pick<Step, "number" | "nextGoal" | "url" | "hasScreenshot"> & {
        /** What the step is called: its goal, else its memory or its action. */
        headline: string;
      })
    | null;
  /** The last step with a screenshot. */
  screenshotStep: Pick<Step, "number" | "screenshotKey"> | null;
  /** It came to an output, or its agent said that it was done. */
  hasAnswer: boolean;
  /** Steps that failed. */
  failureCount: number;
  /** By these a board tells whether it needs a person. */
  needSigns: NeedSigns;
};

/** One task of a board, or why it cannot be shown; `code: null` when the upstream is too slow to wait for. */
export type BoardEntry =
  | ({ id: string; ok: true; task: BoardTask } & Pick<
      TaskSnapshot,
      "revision" | "fetchedAt" | "stale"
    >)
  | { id: string; ok: false; code: ProblemCode | null; retryAfterSeconds: number | null };

/** The body of `GET /api/board?ids={a},{b}`: one entry for each id, in the order that was asked for. */
export type Board = {
  /** Changes exactly when an entry changes in more than `fetchedAt`. */
  revision: string;
  entries: readonly BoardEntry[];
};

const LONGEST_ID = 64;

/**
 * The ids of a board's address, each once and in order. Whatever stands between them separates them, and a text without
 * an id stays, to be answered as such.
 */
export function parseBoardIds(text: string): string[] {
  const ids = text
    .split(/[,;\s]+/)
    .map((part) => taskIdWithin(part) ?? beginningOf(part.toLowerCase(), LONGEST_ID))
    .filter((id) => id !== "");
  return [...new Set(ids)];
}
