import { median } from "@/lib/domain/text/median";

/** One step in a playback. Times are seconds; "real" ones are the run's, the others the player's at 1×. */
export type Frame = {
  number: number;
  /** When the step began, in the run's own time. */
  startsAt: number;
  /** How long the step stays on the stage. */
  shownFor: number;
  /** How much of its real duration is left out. */
  skipped: number;
};

export type Schedule = {
  frames: readonly Frame[];
  /** The duration of all steps, in the run's own time. */
  realSeconds: number;
  /** No step says how long it took, so the times are a guess. */
  isEstimated: boolean;
};

/** Where a playback stands: the frame on the stage, and since when (milliseconds, any steady clock). */
export type Playhead = { index: number; since: number };

/** The speeds of the player. */
export const SPEEDS = [1, 2, 8] as const;
export type Speed = (typeof SPEEDS)[number];

/** A step longer than this shows nothing new for most of its time. */
const LONGEST_SHOWN = 10;
/** Leaving out less than this is not worth the words. */
const SHORTEST_SKIP = 5;
/** Faster than this nobody sees a step. */
const SHORTEST_SHOWN = 0.4;
const GUESS = 4;

type TimedStep = { number: number; durationSeconds: number | null };

/**
 * Lays the steps of a run out in time. A step without a duration counts as the median of the others; where
 * none has one, `totalSeconds` (the run's, if known) is shared out evenly. Long idle time is left out.
 */
export function makeSchedule(steps: readonly TimedStep[], totalSeconds: number | null): Schedule {
  const known = steps.map((step) => step.durationSeconds).filter(isDuration);
  const guess = median(known) ?? shareOf(totalSeconds, steps.length);
  let realSeconds = 0;
  const frames = steps.map(({ number, durationSeconds }) => {
    const duration = isDuration(durationSeconds) ? durationSeconds : guess;
    const skipped = duration - LONGEST_SHOWN >= SHORTEST_SKIP ? duration - LONGEST_SHOWN : 0;
    const shownFor = Math.max(SHORTEST_SHOWN, duration - skipped);
    const frame = { number, startsAt: realSeconds, shownFor, skipped };
    realSeconds += duration;
    return frame;
  });
  return { frames, realSeconds, isEstimated: known.length === 0 };
}

/**
 * Where the playhead stands at `now`, some frames further on when the clock has run that far. It stops on the
 * last frame: the end of the run, or the newest step of one that goes on.
 */
export function playheadAt(
  { frames }: Schedule,
  head: Playhead,
  speed: Speed,
  now: number,
): Playhead {
  let { index, since } = head;
  for (;;) {
    const shownMs = showMs(frames[index], speed);
    if (index >= frames.length - 1 || shownMs === null || now - since < shownMs) break;
    index++;
    since += shownMs;
  }
  return { index, since };
}

/** Milliseconds from `now` until the next frame is due; `null` on the last one. */
export function untilNext(
  { frames }: Schedule,
  head: Playhead,
  speed: Speed,
  now: number,
): number | null {
  const shownMs = head.index >= frames.length - 1 ? null : showMs(frames[head.index], speed);
  return shownMs === null ? null : Math.max(0, head.since + shownMs - now);
}

/** The frame to start from: the selected step, or the first when none is selected or nothing comes after it. */
export function startIndex({ frames }: Schedule, selected: number | null): number {
  const index = frames.findIndex((frame) => frame.number === selected);
  return index === -1 || index === frames.length - 1 ? 0 : index;
}

/** The seconds that the whole playback takes at a speed. */
export function playingSeconds({ frames }: Schedule, speed: Speed): number {
  return frames.reduce((sum, frame) => sum + frame.shownFor, 0) / speed;
}

/** Seconds on a clock face: `0:07`, `1:03`, `1:02:09`. */
export function clockFace(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0;
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const rest = `${h > 0 ? String(m).padStart(2, "0") : String(m)}:${String(s).padStart(2, "0")}`;
  return h > 0 ? `${String(h)}:${rest}` : rest;
}

function showMs(frame: Frame | undefined, speed: Speed): number | null {
  return frame === undefined ? null : (frame.shownFor * 1000) / speed;
}

function isDuration(value: number | null): value is number {
  return value !== null && Number.isFinite(value) && value >= 0;
}

function shareOf(totalSeconds: number | null, count: number): number {
  if (totalSeconds === null || !isDuration(totalSeconds) || count === 0) return GUESS;
  return totalSeconds / count;
}
