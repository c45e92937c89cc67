import type { TaskScript } from "./script";

/** What a script shows after some seconds of its own time. */
export type ScriptMoment = {
  phase: "created" | "running" | "ended";
  stepsDone: number;
  /** Seconds from creation; `null` before it happened. */
  startedAfter: number | null;
  endedAfter: number | null;
};

/** A clock that can run at any speed, be moved, and stand still. Times are epoch milliseconds. */
export type TaskClock = { at: number; elapsed: number; speed: number; isPaused: boolean };

/** Seconds of the task's own time at `now`. */
export function elapsedAt(clock: TaskClock, now: number): number {
  if (clock.isPaused) return clock.elapsed;
  return clock.elapsed + (Math.max(0, now - clock.at) / 1000) * clock.speed;
}

/** The same clock, read at `now` and changed from there on. */
export function moveClock(
  clock: TaskClock,
  move: { advanceSeconds?: number; speed?: number; paused?: boolean },
  now: number,
): TaskClock {
  return {
    at: now,
    elapsed: elapsedAt(clock, now) + (move.advanceSeconds ?? 0),
    speed: move.speed ?? clock.speed,
    isPaused: move.paused ?? clock.isPaused,
  };
}

/** The wall time at which the task's own time was, or will be, `elapsed` seconds. */
export function wallTimeOf(clock: TaskClock, elapsed: number): number {
  return clock.at + ((elapsed - clock.elapsed) * 1000) / clock.speed;
}

/** Seconds of own time at which step number `count` (from 1) is done; 0 steps are done when the task starts. */
export function secondsUntilStep(script: TaskScript, count: number): number {
  const steps = script.steps.slice(0, count);
  return (script.queueSeconds ?? 0) + steps.reduce((sum, step) => sum + step.duration, 0);
}

/** Decides what a script shows after `elapsed` seconds; a pure function of the two. */
export function momentAt(script: TaskScript, elapsed: number): ScriptMoment {
  if (script.queueSeconds === null || elapsed < script.queueSeconds) {
    return { phase: "created", stepsDone: 0, startedAfter: null, endedAfter: null };
  }
  const startedAfter = script.queueSeconds;
  let stepsDone = 0;
  let doneAfter = startedAfter;
  for (const step of script.steps) {
    if (doneAfter + step.duration > elapsed) break;
    doneAfter += step.duration;
    stepsDone++;
  }
  const isEnded = script.ending !== null && stepsDone === script.steps.length;
  return {
    phase: isEnded ? "ended" : "running",
    stepsDone,
    startedAfter,
    endedAfter: isEnded ? doneAfter : null,
  };
}
