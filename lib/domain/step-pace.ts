import { median } from "./median";
import type { TaskContent } from "./task-content";
import type { TaskStatus } from "./task-status";

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

/** The pace of a task that a page sees for the first time, confirmed at `at`. */
export function startPace({ task, steps }: TaskContent, at: number): StepPace {
  const { stepCount, status } = task;
  const startedAt = readTime(task.startedAt ?? task.createdAt);
  const elapsed = startedAt === null ? null : Math.max(0, at - startedAt) / 1000;
  const isEnough = elapsed !== null && stepCount >= LEAST_TIMED;
  return {
    stepCount,
    lastStepAt: firstGuess(startedAt, steps, at),
    sawStep: false,
    gaps: [],
    averageSeconds: isEnough ? elapsed / stepCount : null,
    status,
    statusSeenAt: at,
    isSince: false,
  };
}

function firstGuess(startedAt: number | null, steps: TaskContent["steps"], at: number): number {
  if (startedAt === null) return at;
  let seconds = 0;
  for (const { durationSeconds } of steps) {
    if (durationSeconds === null) return at;
    seconds += durationSeconds;
  }
  const overhead = steps.length === 0 ? 0 : OVERHEAD_MS;
  return Math.min(at, startedAt + seconds * 1000 * OVERHEAD + overhead);
}

/** The pace after an answer confirmed at `at`; the same object when the answer changes nothing in it. */
export function notePace(pace: StepPace, { task }: TaskContent, at: number): StepPace {
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

/** A pause is no silence: waiting for a step begins anew when the task goes on. */
function lastStepAfter(pace: StepPace, status: TaskStatus, at: number): number {
  return pace.status !== status && status === "running" ? at : pace.lastStepAt;
}

/** What a step of this task usually takes, in seconds: the median of its durations, else of what this page saw. */
export function usualSeconds({ steps }: TaskContent, pace: StepPace): number | null {
  const durations = steps.flatMap(({ durationSeconds: seconds }) =>
    seconds === null ? [] : [seconds],
  );
  if (durations.length >= LEAST_TIMED) return median(durations);
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
export function silenceOf(content: TaskContent, pace: StepPace, now: number): Silence | null {
  const { status } = content.task;
  if (status !== "running" && status !== "unknown") return null;
  const seconds = Math.max(0, (now - pace.lastStepAt) / 1000);
  const usual = usualSeconds(content, pace);
  const isOver = ({ times, atLeast, unknown }: typeof QUIET | typeof STUCK) =>
    seconds >= (usual === null ? unknown : Math.max(atLeast, times * usual));
  return { seconds, usual, level: isOver(STUCK) ? "stuck" : isOver(QUIET) ? "quiet" : "usual" };
}

function readTime(iso: string | null): number | null {
  const time = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isFinite(time) ? time : null;
}
