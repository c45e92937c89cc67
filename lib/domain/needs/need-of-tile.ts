import { silenceOf, type PacedTask, type StepPace } from "@/lib/domain/freshness/step-pace";
import type { Task } from "@/lib/domain/task/task";
import { isFinal } from "@/lib/domain/task/task-status";
import { endOfHead } from "./end-of-head";
import type { Need } from "./need";
import type { NeedSigns } from "./need-signs";

/** What is known of a task in a list. */
export type NeedHead = Pick<
  Task,
  "status" | "rawStatus" | "verdict" | "createdAt" | "startedAt" | "finishedAt"
>;
/** What is known of a task on a board. */
export type NeedTile = PacedTask & Pick<Task, "finishedAt"> & { needSigns: NeedSigns };

/** A browser may stay up for some minutes after the end: it is taken down by a clock of the service. */
const BROWSER_STOPS_WITHIN_MS = 5 * 60_000;
/** Who has not looked at an end for a day is not waiting for it: an older one is history, not news. */
const END_IS_NEWS_MS = 24 * 3_600_000;

/** What `needOf` says of a run, of a task on a board: by the signs that the server read. Brings no phrases along. */
export function needOfTile(tile: NeedTile, now: number, pace: StepPace | null): Need | null {
  const { needSigns, status, stepCount } = tile;
  if (isFinal(status)) return needAfterEnd(tile, needSigns, now);
  if (status === "paused") {
    const since = pace?.isSince === true ? toIso(pace.statusSeenAt) : null;
    return { ...PAUSED, since, step: null, key: `paused-${String(stepCount)}` };
  }
  if (needSigns.wait !== null) {
    const { reason, step, first } = needSigns.wait;
    const key = `${reason}-${String(first)}`;
    const since = first === step ? lastStepTime(pace) : null;
    return { reason, severity: "now", since, step, isGuess: true, key };
  }
  return stuckNeed(tile, now, pace);
}

/** The same of a task in a list. */
export function needOfHead(head: NeedHead, now: number): Need | null {
  if (head.status === "paused") return { ...PAUSED, since: null, step: null, key: "paused" };
  if (!isFinal(head.status)) return null;
  return needAfterEnd(head, { end: endOfHead(head), hasBrowser: false }, now);
}

const PAUSED = { reason: "paused", severity: "now", isGuess: false } as const;

function stuckNeed(tile: NeedTile, now: number, pace: StepPace | null): Need | null {
  const { loop, lastStep } = tile.needSigns;
  const silence = pace === null ? null : silenceOf(tile, pace, now);
  const isSilent = silence?.level === "stuck";
  if (loop === null && !isSilent) return null;
  const step = loop ?? lastStep;
  return {
    reason: "stuck",
    severity: "soon",
    since: isSilent ? lastStepTime(pace) : null,
    step,
    isGuess: true,
    key: `stuck-${String(step ?? 0)}`,
  };
}

function needAfterEnd(
  head: Pick<Task, "createdAt" | "startedAt" | "finishedAt">,
  { end, hasBrowser }: Pick<NeedSigns, "end" | "hasBrowser">,
  now: number,
): Need | null {
  const since = head.finishedAt;
  const endedAt = readTime(since);
  if (hasBrowser && endedAt !== null && now - endedAt >= BROWSER_STOPS_WITHIN_MS) {
    const [reason, severity] = ["live-after-end", "soon"] as const;
    return { reason, severity, since, step: null, isGuess: false, key: reason };
  }
  // Of an end without a time it is known that it came after the start.
  const latest = endedAt ?? readTime(head.startedAt) ?? readTime(head.createdAt);
  const isNews = latest !== null && now - latest < END_IS_NEWS_MS;
  if (end === null || !isNews) return null;
  // One occasion, whatever is found out about it later: whoever has seen the end has seen it.
  return { ...end, severity: "look", since: endedAt === null ? null : since, key: "end" };
}

/** When the newest step came, as far as that is known. */
function lastStepTime(pace: StepPace | null): string | null {
  if (pace === null || (!pace.sawStep && pace.lastStepAt === pace.statusSeenAt)) return null;
  return toIso(pace.lastStepAt);
}

function readTime(iso: string | null): number | null {
  const time = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isFinite(time) ? time : null;
}

function toIso(time: number): string | null {
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : null;
}
