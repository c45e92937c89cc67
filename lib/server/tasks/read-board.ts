import "server-only";
import { createHash } from "node:crypto";
import type { Board, BoardEntry, BoardTask } from "@/lib/contract/board";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { hasAnswer } from "@/lib/domain/task/end-look";
import { decodeTaskId } from "@/lib/domain/task/task-id";
import { headlineOf } from "@/lib/domain/steps/step-headline";
import { readNeedSigns } from "@/lib/domain/needs/need-signs";
import { pacedTask } from "@/lib/domain/freshness/step-pace";
import { isFinal } from "@/lib/domain/task/task-status";
import { beginningOf, truncate } from "@/lib/domain/text/truncate";
import {
  boundedCache,
  MEMORY_FACTOR,
  sizeIn,
  type OnCache,
} from "@/lib/server/config/memory-budget";
import { jsonSize } from "@/lib/server/upstream/cut-text";
import type { ReadFirstSnapshot } from "./read-first-snapshot";

const MOST_TASKS = 1000;
const LONGEST_PROMPT = 200;
const LONGEST_GOAL = 300;
const LONGEST_URL = 500;

type BoardReading = {
  board: Board;
  /** What of the board can still change was confirmed then or later, ISO 8601 with `Z`. */
  fetchedAt: string;
  /** When the board was read, epoch milliseconds. */
  readAt: number;
};

/**
 * Reads the tasks of a board as any viewer does, so that each costs at most one upstream call per interval. Each
 * fails for itself, and a slow one does not hold up the others. Never throws.
 */
export type ReadBoard = (ids: readonly string[]) => Promise<BoardReading>;

/** See `ReadBoard`. */
export function createReadBoard(
  readFirstSnapshot: ReadFirstSnapshot,
  now: () => number,
  onCache?: OnCache,
): ReadBoard {
  const tasks = boundedCache<BoardTask>("boards", { max: MOST_TASKS }, onCache);

  /** Made once of a revision, as many boards show it and poll. */
  const boardTaskOf = (snapshot: TaskSnapshot): BoardTask => {
    const name = `${snapshot.task.id} ${snapshot.revision}`;
    const known = tasks.get(name);
    if (known !== undefined) return known;
    const task = toBoardTask(snapshot);
    tasks.set(name, task, sizeIn("boards", jsonSize(task) * MEMORY_FACTOR));
    return task;
  };

  const readEntry = async (id: string): Promise<BoardEntry> => {
    const taskId = decodeTaskId(id);
    if (taskId === null) return { id, ok: false, code: "bad-task-id", retryAfterSeconds: null };
    const { initial } = await readFirstSnapshot(taskId);
    if (!initial.ok) return { ...initial, id };
    const { revision, fetchedAt, stale } = initial.snapshot;
    return { id, ok: true, revision, fetchedAt, stale, task: boardTaskOf(initial.snapshot) };
  };

  return async (ids) => {
    const entries = await Promise.all(ids.map(readEntry));
    const readAt = now();
    const fetchedAt = oldestConfirmation(entries) ?? new Date(readAt).toISOString();
    return { board: { revision: revisionOf(entries), entries }, fetchedAt, readAt };
  };
}

/** The time of a confirmation is no change, as in a snapshot. */
function revisionOf(entries: readonly BoardEntry[]): string {
  const content = entries.map((entry) => (entry.ok ? { ...entry, fetchedAt: null } : entry));
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url").slice(0, 22);
}

function toBoardTask({ task, steps }: TaskSnapshot): BoardTask {
  const { id, prompt, rawStatus, finishedAt, cost } = task;
  const last = steps.at(-1);
  const pictured = steps.findLast((step) => step.hasScreenshot);
  return {
    id,
    prompt: truncate(prompt, LONGEST_PROMPT),
    rawStatus,
    finishedAt,
    cost,
    verdict: { ...task.verdict, judgement: null },
    ...pacedTask({ task, steps }),
    lastStep:
      last === undefined
        ? null
        : {
            number: last.number,
            nextGoal: truncate(last.nextGoal, LONGEST_GOAL),
            headline: truncate(headlineOf(last).text, LONGEST_GOAL),
            url: beginningOf(last.url, LONGEST_URL),
            hasScreenshot: last.hasScreenshot,
          },
    screenshotStep:
      pictured === undefined
        ? null
        : { number: pictured.number, screenshotKey: pictured.screenshotKey },
    hasAnswer: hasAnswer(task, steps),
    failureCount: steps.filter((step) => step.outcome === "failure").length,
    needSigns: readNeedSigns({ task, steps }),
  };
}

function oldestConfirmation(entries: readonly BoardEntry[]): string | null {
  const times = entries.flatMap((entry) =>
    entry.ok && entry.stale === null && !isFinal(entry.task.status) ? [entry.fetchedAt] : [],
  );
  return times.sort()[0] ?? null;
}
