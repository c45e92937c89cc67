import { median } from "@/lib/domain/text/median";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import type { TaskContent } from "@/lib/domain/task/task-content";
import type { TaskStatus } from "@/lib/domain/task/task-status";

/** What the durations of a task's steps say, in seconds: of one step, of all; `null` where too few are known. */
export type StepTimes = { usual: number | null; total: number | null };

/** All of a task that its pace is read from; small enough for a board. */
export type PacedTask = Pick<Task, "status" | "stepCount" | "startedAt" | "createdAt"> & {
  stepTimes: StepTimes;
};

/** What a page has seen of the pace of a task. Times are epoch milliseconds on the server's clock. */
export type StepPace = {
  stepCount: number;
  /** The newest step was there at this time at the latest; before the first one, when the task started. */
  lastStepAt: number;
  /** A step came while this page looked. */
  sawStep: boolean;
  /** Seconds from step to step as they came to this page, newest last. */
  gaps: readonly number[];
  /** Seconds per step from the start of the task until this page saw it; `null` for too few steps. */
  averageSeconds: number | null;
  status: TaskStatus;
  /** The status is known to hold since then; `isSince` when this page saw it begin. */
  statusSeenAt: number;
  isSince: boolean;
};

const MOST_GAPS = 50;
const LEAST_TIMED = 3;
/** Steps take longer than their durations say: time passes between them. */
const OVERHEAD = 1.5;
const OVERHEAD_MS = 30_000;

/** The pace is read alike by the page of a task and by a board, which has no steps. */
export function pacedTask({ task, steps }: TaskContent): PacedTask {
  const { status, stepCount, startedAt, createdAt } = task;
  return { status, stepCount, startedAt, createdAt, stepTimes: timesOf(steps) };
}

function timesOf(steps: readonly Step[]): StepTimes {
  const known = steps.flatMap(({ durationSeconds: seconds }) =>
    seconds === null ? [] : [seconds],
  );
  return {
    usual: known.length < LEAST_TIMED ? null : median(known),
    total: known.length < steps.length ? null : known.reduce((sum, seconds) => sum + seconds, 0),
  };
}

/** The pace of a task that a page sees for the first time, confirmed at `at`. */
export function startPace(task: PacedTask, at: number): StepPace {
  const { stepCount, status, stepTimes } = task;
  const startedAt = readTime(task.startedAt ?? task.createdAt);
  const elapsed = startedAt === null ? null : Math.max(0, at - startedAt) / 1000;
  const isEnough = elapsed !== null && stepCount >= LEAST_TIMED;
  return {
    stepCount,
    lastStepAt: firstGuess(startedAt, stepTimes.total, at),
    sawStep: false,
    gaps: [],
    averageSeconds: isEnough ? elapsed / stepCount : null,
    status,
    statusSeenAt: at,
    isSince: false,
  };
}

function firstGuess(startedAt: number | null, total: number | null, at: number): number {
  if (startedAt === null || total === null) return at;
  return Math.min(at, startedAt + total * 1000 * OVERHEAD + (total === 0 ? 0 : OVERHEAD_MS));
}

/** The pace after an answer confirmed at `at`; the same object when the answer changes nothing in it. */
export function notePace(pace: StepPace, task: PacedTask, at: number): StepPace {
  const came = task.stepCount - pace.stepCount;
  const isSame = task.status === pace.status;
  if (came === 0 && isSame) return pace;
  const gap = (at - pace.lastStepAt) / 1000 / came;
  // The first gap is known in part only: it began before this page looked. A pause is none at all.
  const isWhole = pace.sawStep || pace.stepCount === 0;
  const isTimed = came > 0 && gap >= 0 && isWhole && pace.status !== "paused";
  return {
    ...pace,
    stepCount: task.stepCount,
    lastStepAt: came === 0 ? lastStepAfter(pace, task.status, at) : at,
    sawStep: pace.sawStep || came > 0,
    gaps: isTimed ? [...pace.gaps.slice(1 - MOST_GAPS), gap] : pace.gaps,
    status: task.status,
    statusSeenAt: isSame ? pace.statusSeenAt : at,
    isSince: !isSame || pace.isSince,
  };
}

/** A pause does not count as silence: waiting for a step begins anew when the task goes on. */
function lastStepAfter(pace: StepPace, status: TaskStatus, at: number): number {
  return pace.status !== status && status === "running" ? at : pace.lastStepAt;
}

/** What a step of this task usually takes, in seconds: by its durations, else by what this page saw. */
export function usualSeconds({ stepTimes }: PacedTask, pace: StepPace): number | null {
  if (stepTimes.usual !== null) return stepTimes.usual;
  return pace.gaps.length >= LEAST_TIMED ? median(pace.gaps) : pace.averageSeconds;
}

/** How long no step came, and whether that is much. Seconds. */
export type Silence = {
  seconds: number;
  usual: number | null;
  level: "usual" | "quiet" | "stuck";
};

const QUIET = { times: 3, atLeast: 20, unknown: 60 } as const;
const STUCK = { times: 6, atLeast: 120, unknown: 300 } as const;

/** Weighs how long no step came against what is usual; `null` where no step is due. */
export function silenceOf(task: PacedTask, pace: StepPace, now: number): Silence | null {
  const { status } = task;
  if (status !== "running" && status !== "unknown") return null;
  const seconds = Math.max(0, (now - pace.lastStepAt) / 1000);
  const usual = usualSeconds(task, pace);
  const isOver = ({ times, atLeast, unknown }: typeof QUIET | typeof STUCK) =>
    seconds >= (usual === null ? unknown : Math.max(atLeast, times * usual));
  return { seconds, usual, level: isOver(STUCK) ? "stuck" : isOver(QUIET) ? "quiet" : "usual" };
}

function readTime(iso: string | null): number | null {
  const time = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isFinite(time) ? time : null;
}
