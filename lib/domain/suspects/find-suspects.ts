import type { StepChange } from "@/lib/domain/changes/step-changes";
import { endReason } from "@/lib/domain/task/end-reason";
import { findFailures, type FailureStreak, type Failures } from "@/lib/domain/steps/find-failures";
import { findRepeats } from "@/lib/domain/steps/find-repeats";
import { slowestStep } from "@/lib/domain/steps/slowest-step";
import type { Action } from "@/lib/domain/task/action";
import { isReport } from "@/lib/domain/task/report-action";
import { pacedTask, startPace, type StepPace } from "@/lib/domain/freshness/step-pace";
import { findStall } from "@/lib/domain/freshness/stall";
import * as reasons from "./suspect-reasons";
import type { TaskContent } from "@/lib/domain/task/task-content";
import type { Task } from "@/lib/domain/task/task";

/** A guess at where a task went wrong: a step to look at (`null` for the task as a whole), and why, in words. */
export type Suspect = {
  kind: "failed-step" | "repeated" | "no-effect" | "slowest" | "last-before-end" | "judge";
  step: number | null;
  reason: string;
};

/** A suspect with the steps it speaks of, so that two do not say the same. */
type Candidate = Suspect & { first: number; last: number };

/** What is known of what steps did to the screen, by their numbers. */
export type Effects = ReadonlyMap<number, Pick<StepChange, "effect" | "isEmptyClaim">>;

type Mood = "bad" | "stopped" | "good";

/** What is worth a reader's look, by how a task ended: one that went well must not cry wolf. */
const LIMITS = {
  bad: { most: 3, futile: 3, streak: 1, ratio: 3, seconds: 20, share: 0 },
  stopped: { most: 3, futile: 3, streak: 2, ratio: 5, seconds: 60, share: 0 },
  good: { most: 1, futile: 5, streak: 4, ratio: 10, seconds: 120, share: 0.3 },
} as const;
/** A failure this close to the end is likely to have led to it. */
const NEAR_END = 4;

/**
 * Guesses where a finished or stuck task went wrong: at most three, best first, no step twice; none where
 * nothing stands out. `now` is epoch milliseconds; `pace` is what the page saw of the task, if it saw it run; `effects`
 * is what steps did to the screen, by their numbers, as far as it is known.
 */
export function findSuspects(
  content: TaskContent,
  now: number,
  pace: StepPace = startPace(pacedTask(content), now),
  effects: Effects = new Map(),
): readonly Suspect[] {
  const mood = moodOf(content.task);
  const candidates =
    mood === null ? whileRunning(content, pace, now) : afterTheEnd(content, mood, effects);
  const most = mood === null ? LIMITS.bad.most : LIMITS[mood].most;
  return apart(candidates)
    .slice(0, most)
    .map(({ kind, step, reason }) => ({ kind, step, reason }));
}

function moodOf({ status, verdict }: Task): Mood | null {
  switch (status) {
    case "failed":
      return "bad";
    case "stopped":
      return "stopped";
    case "finished":
      return verdict.judge === false || verdict.agent === false ? "bad" : "good";
    default:
      return null;
  }
}

function whileRunning(content: TaskContent, pace: StepPace, now: number): Candidate[] {
  const stall = findStall(content, pace, now);
  if (stall === null) return [];
  const { loop, silence } = stall;
  const failures = findFailures(content.steps);
  const last = content.steps.at(-1);
  return [
    ...(loop === null
      ? []
      : [over(loop, { kind: "repeated", step: loop.first, reason: reasons.repeated(loop) })]),
    ...(silence === null
      ? []
      : [
          at({
            kind: "last-before-end",
            step: last?.number ?? null,
            reason: reasons.silent(silence),
          }),
        ]),
    ...failed(failures, (streak) => streak.stepsAfter <= NEAR_END),
  ];
}

/** In order of rank: what the judge names, what led to the end, what stands out before it. */
function afterTheEnd(content: TaskContent, mood: Mood, effects: Effects): Candidate[] {
  const { steps } = content;
  const limit = LIMITS[mood];
  const failures = findFailures(steps);
  const isLong = ({ count }: FailureStreak) => count >= limit.streak;
  const isNearEnd = ({ stepsAfter }: FailureStreak) => stepsAfter <= NEAR_END;
  const loops = findRepeats(steps, effects).filter(({ futile }) => futile >= limit.futile);
  const repeated = loops.map((loop) =>
    over(loop, { kind: "repeated", step: loop.first, reason: reasons.repeated(loop) }),
  );
  const lateLoops = repeated.filter((_, index) => loops[index]?.reachesEnd === true);
  const slow = slowestStep(steps);
  const isSlow =
    slow !== null &&
    slow.ratio >= limit.ratio &&
    slow.seconds >= limit.seconds &&
    slow.share >= limit.share;
  // What failed in a loop is told with the loop.
  const isOutside = (streak: FailureStreak) => !loops.some((loop) => overlaps(loop, streak));
  const outside = { ...failures, streaks: failures.streaks.filter(isOutside) };
  const recent = failed(outside, (streak) => isLong(streak) && isNearEnd(streak));
  const judgement = judged(content);
  // A judge names the cause, and whoever stopped a run saw it: one failure that was got over is none.
  const least = mood === "bad" && judgement.length > 0 ? 2 : limit.streak;
  const earlier = mood === "stopped" ? [] : failed(outside, ({ count }) => count >= least);
  const better = [
    ...judgement,
    ...lateLoops,
    ...recent,
    ...repeated,
    ...withoutEffect(content, mood, effects),
    ...earlier,
    ...(isSlow ? [at({ kind: "slowest", step: slow.number, reason: reasons.slow(slow) })] : []),
  ];
  // The report of an agent that gave up is an output to read, not a step to look at.
  const endsInReport = steps.at(-1)?.actions.some(isReport) === true;
  const isTold = mood === "bad" && (!endsInReport || better.length === 0);
  return isTold ? [...better, ...ended(content)] : better;
}

/** Streaks of failed steps, the longest first and of two the later; the first that is left counts. */
function failed(failures: Failures, isTold: (streak: FailureStreak) => boolean): Candidate[] {
  return failures.streaks
    .filter(isTold)
    .sort((a, b) => b.count - a.count || b.first - a.first)
    .map((streak) =>
      over(streak, {
        kind: "failed-step",
        step: streak.first,
        reason: reasons.failed(streak, failures.total),
      }),
    );
}

/** The last step that is said to have succeeded and changed nothing; of a run that went well only its last deed. */
function withoutEffect({ steps }: TaskContent, mood: Mood, effects: Effects): Candidate[] {
  const index = steps.findLastIndex(({ number }) => effects.get(number)?.isEmptyClaim);
  const step = steps[index];
  const isLast = steps.slice(index + 1).every(({ actions }) => actions.every(isIdle));
  if (step === undefined || (mood === "good" && !isLast)) return [];
  return [at({ kind: "no-effect", step: step.number, reason: reasons.noEffect(step) })];
}

function isIdle(action: Action): boolean {
  return isReport(action) || ("name" in action && /^(?:wait|extract)/.test(action.name));
}

function judged({ task, steps }: TaskContent): Candidate[] {
  if (task.verdict.judge !== false) return [];
  const reason = reasons.judge(task.verdict.judgement, task.judgeFlags);
  if (reason === null) return [];
  const named = reasons.stepNamedIn(task.verdict.judgement ?? "");
  const step = steps.some(({ number }) => number === named) ? named : null;
  return [at({ kind: "judge", step, reason })];
}

function ended({ task, steps }: TaskContent): Candidate[] {
  const last = steps.at(-1);
  const cause = task.run?.error ?? endReason(task.output);
  if (last === undefined && cause === null) return [];
  const reason = reasons.lastBeforeEnd(last ?? null, cause);
  return [at({ kind: "last-before-end", step: last?.number ?? null, reason })];
}

type Span = { first: number; last: number };

function overlaps(a: Span, b: Span): boolean {
  return a.first <= b.last && b.first <= a.last;
}

function over({ first, last }: Span, suspect: Suspect): Candidate {
  return { ...suspect, first, last };
}

function at(suspect: Suspect): Candidate {
  const step = suspect.step ?? Number.NaN;
  return { ...suspect, first: step, last: step };
}

/** Leaves out whatever speaks of a step that a better one speaks of, and all failed steps but the best. */
function apart(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    const isTold = kept.some((other) => overlaps(other, candidate));
    const isSecond =
      candidate.kind === "failed-step" && kept.some(({ kind }) => kind === "failed-step");
    if (!isTold && !isSecond) kept.push(candidate);
  }
  return kept;
}
