import type { Step } from "@/lib/domain/task/step";
import { findRepeats, saysNothingCame } from "./find-repeats";
import { stepHost } from "./step-texts";

/** What brought a run nothing: steps of a loop, others that failed, and others that clicked to no effect. */
type SpentKind = "loop" | "failed" | "no-effect";

/** Time that went into one kind: of how many steps or loops, and the first step of the first of them. Seconds. */
export type SpentPart = { kind: SpentKind; count: number; step: number; seconds: number };

/** What of the time of a run's steps went into what brought nothing. Seconds; no step counts twice. */
export type Spent = {
  parts: readonly SpentPart[];
  seconds: number;
  /** Of all steps together. */
  total: number;
};

/** How long a run stood on a site, by its steps. Seconds. */
export type SiteTime = { host: string; seconds: number };

const CLICK = /click/i;
/** Less than this is not worth a line. */
const LEAST_SHARE = 0.05;
const LEAST_SECONDS = 5;
/** As many of a run's steps may be without a duration, such as one that was stopped. */
const MOST_UNTIMED = 0.1;
const MOST_SITES = 8;

/**
 * What a run's time went into that brought nothing; `null` where that is little, or durations are not told. A guess:
 * what repeats itself may be work, and what failed may have taught the agent something.
 */
export function spentOn(steps: readonly Step[]): Spent | null {
  const total = totalSeconds(steps);
  if (total === null) return null;
  const loops = findRepeats(steps);
  const parts = new Map<SpentKind, SpentPart>();
  const add = (kind: SpentKind, step: Step, isNew: boolean) => {
    const {
      count,
      seconds,
      step: first,
    } = parts.get(kind) ?? { count: 0, seconds: 0, step: step.number };
    const more = step.durationSeconds ?? 0;
    parts.set(kind, { kind, step: first, count: count + (isNew ? 1 : 0), seconds: seconds + more });
  };
  steps.forEach((step, index) => {
    const loop = loops.find(({ first, last }) => first <= step.number && step.number <= last);
    if (loop !== undefined) add("loop", step, step.number === loop.first);
    else if (step.outcome === "failure") add("failed", step, true);
    else if (isIdleClick(step, steps[index + 1])) add("no-effect", step, true);
  });
  const seconds = [...parts.values()].reduce((sum, part) => sum + part.seconds, 0);
  if (seconds < LEAST_SECONDS || seconds < total * LEAST_SHARE) return null;
  const kinds: readonly SpentKind[] = ["loop", "failed", "no-effect"];
  return { parts: kinds.flatMap((kind) => parts.get(kind) ?? []), seconds, total };
}

/** The sites on which a run stood longest, the longest first; empty where durations are not told. */
export function timePerSite(steps: readonly Step[]): readonly SiteTime[] {
  if (totalSeconds(steps) === null) return [];
  const sites = new Map<string, number>();
  for (const step of steps) {
    const host = stepHost(step);
    sites.set(host, (sites.get(host) ?? 0) + (step.durationSeconds ?? 0));
  }
  return [...sites]
    .map(([host, seconds]) => ({ host, seconds }))
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds || (a.host < b.host ? -1 : 1))
    .slice(0, MOST_SITES);
}

function totalSeconds(steps: readonly Step[]): number | null {
  let total = 0;
  let untimed = 0;
  for (const { durationSeconds: seconds } of steps) {
    if (seconds === null) untimed += 1;
    else total += seconds;
  }
  return total > 0 && untimed <= steps.length * MOST_UNTIMED ? total : null;
}

/** A step that only clicked, of which nobody says that it went well, and after which all was as before. */
function isIdleClick(step: Step, next: Step | undefined): boolean {
  const { actions, outcome, url, screenshotKey } = step;
  if (next === undefined || outcome !== "unknown" || next.url !== url) return false;
  const isClick =
    actions.length > 0 && actions.every((action) => "name" in action && CLICK.test(action.name));
  const isSamePicture = screenshotKey !== null && next.screenshotKey === screenshotKey;
  return isClick && (isSamePicture || saysNothingCame(next));
}
