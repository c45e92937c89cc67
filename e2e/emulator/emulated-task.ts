import { createHash, randomUUID } from "node:crypto";
import type { Contract, TaskScript } from "./script";
import { firstRunState, type RunState } from "./v4/run-state";
import {
  elapsedAt,
  momentAt,
  moveClock,
  secondsUntilStep,
  wallTimeOf,
  type ScriptMoment,
  type TaskClock,
} from "./task-clock";

/** A task that exists in the emulator: a script, a contract, ids, and a clock of its own. */
export type EmulatedTask = {
  readonly id: string;
  readonly sessionId: string;
  readonly liveToken: string;
  readonly contract: Contract;
  readonly script: TaskScript;
  /** `null` until somebody first looks. */
  clock: TaskClock | null;
  /** The speed of a clock that has not started yet. */
  firstSpeed: number;
  readonly createdAt: number;
  /** Epoch milliseconds, kept from the first time they were reported. */
  startedAt: number | null;
  endedAt: number | null;
  /** Steps done when somebody stopped it. */
  stoppedWith: number | null;
  isPausedByHand: boolean;
  isSessionStopped: boolean;
  /** Addresses signed in an earlier generation are refused. */
  assetGeneration: number;
  assetLifetime: number;
  patch: Record<string, unknown> | null;
  /** What only a run of v4 has. */
  readonly runState: RunState;
};

/** How long an address is good for, in seconds; those of v4 are to be used at once. */
const LIFETIME: Readonly<Record<Contract, number>> = { documented: 300, current: 300, v4: 60 };

/** A UUID that is always the same for the same name. */
export function stableId(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}

type NewTask = {
  script: TaskScript;
  contract: Contract;
  now: number;
  /** A name makes the ids stable; without one they are random. */
  name?: string;
  id?: string;
  sessionId?: string;
  speed?: number;
  startAtStep?: number;
  /** The session's, unless said otherwise. */
  workspaceId?: string;
  /** Whether its events carry pictures; as the script says, unless said otherwise. */
  pictures?: boolean;
  /** Seconds from the end of a run to its judgement; as the script says, unless said otherwise. */
  judgedAfter?: number;
};

/** Puts a task into the world at `now`. */
export function createTask(input: NewTask): EmulatedTask {
  const { script, contract, now, name, speed = 1, startAtStep } = input;
  const createdAt = creationTime(script, now);
  const id = input.id ?? (name === undefined ? randomUUID() : stableId(`task ${name}`));
  const sessionId =
    input.sessionId ?? (name === undefined ? randomUUID() : stableId(`session ${name}`));
  return {
    id,
    sessionId,
    liveToken: name === undefined ? randomUUID() : stableId(`live ${name}`),
    contract,
    script,
    clock: firstClock(script, createdAt, now, speed, startAtStep),
    firstSpeed: speed,
    createdAt,
    startedAt: null,
    endedAt: null,
    stoppedWith: null,
    isPausedByHand: false,
    isSessionStopped: false,
    assetGeneration: 0,
    assetLifetime: LIFETIME[contract],
    patch: null,
    runState: firstRunState({
      workspaceId: input.workspaceId ?? stableId(`workspace ${sessionId}`),
      browserId: stableId(`browser ${id}`),
      hasPictures: input.pictures ?? script.run?.hasNoPictures !== true,
      judgedAfter: input.judgedAfter ?? script.run?.judgedAfter ?? 4,
    }),
  };
}

function creationTime(script: TaskScript, now: number): number {
  const { begins, steps } = script;
  if (begins === "first-read") return now;
  const endedAt = "endedAt" in begins ? begins.endedAt : now - begins.endedSecondsAgo * 1000;
  return endedAt - secondsUntilStep(script, steps.length) * 1000;
}

function firstClock(
  script: TaskScript,
  createdAt: number,
  now: number,
  speed: number,
  startAtStep: number | undefined,
): TaskClock | null {
  if (startAtStep !== undefined) {
    const elapsed = secondsUntilStep(script, startAtStep) + 0.5;
    return { at: now, elapsed, speed, isPaused: false };
  }
  if (script.begins === "first-read") {
    return null;
  }
  return { at: createdAt, elapsed: 0, speed: 1, isPaused: false };
}

/** Starts the clock of a task that waits for its first reader. */
export function startClock(task: EmulatedTask, now: number): void {
  task.clock ??= { at: now, elapsed: 0, speed: task.firstSpeed, isPaused: false };
}

/** What a task is at `now`. */
export function observe(task: EmulatedTask, now: number): ScriptMoment {
  const { clock, script } = task;
  if (clock === null) return momentAt(script, 0);
  const moment = momentAt(script, elapsedAt(clock, now));
  if (task.stoppedWith !== null) return { ...moment, phase: "ended", stepsDone: task.stoppedWith };
  if (moment.startedAfter !== null) task.startedAt ??= wallTimeOf(clock, moment.startedAfter);
  if (moment.endedAfter !== null) task.endedAt ??= wallTimeOf(clock, moment.endedAfter);
  return moment;
}

/** Moves, speeds up, stops or restarts the clock of a task. */
export function changeClock(
  task: EmulatedTask,
  move: { advanceSeconds?: number; speed?: number; paused?: boolean },
  now: number,
): void {
  const clock = task.clock ?? { at: now, elapsed: 0, speed: 1, isPaused: false };
  task.clock = moveClock(clock, move, now);
}

/** Ends a task by hand, where it is. */
export function stopTask(task: EmulatedTask, now: number): void {
  if (observe(task, now).phase === "ended") return;
  task.stoppedWith = observe(task, now).stepsDone;
  task.startedAt ??= now;
  task.endedAt = now;
}

/** True while the browser of the task is up. */
export function isSessionActive(task: EmulatedTask, now: number): boolean {
  if (task.isSessionStopped) return false;
  return observe(task, now).phase !== "ended" || task.script.keepAlive === true;
}
