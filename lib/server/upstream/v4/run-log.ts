import "server-only";
import type { Step } from "@/lib/domain/task/step";
import { foldEvents, NOTHING_FOLDED, opensAfter, type RunFold } from "./fold-events";
import type { RunEvent } from "./run-event";

/** So long an event that is missing between two others is waited for: it may be told late. Milliseconds. */
const GAP_MS = 10_000;
/** Within that time the gap is looked into again so often. */
const LOOK_BACK_MS = 3000;
/** An event that happened so long ago has no late neighbours any more. */
const OLD_MS = 60_000;
/** More than this is not kept of a step that does not end: it is told as several. */
const MOST_UNSETTLED = 1000;

/** An event, and when it was first read, epoch milliseconds. */
type ReadEvent = { event: RunEvent; seenAt: number };

/**
 * What is known of the log of a run. Steps that have ended are kept, and not the events they came from; only the newest
 * events are, because one of their neighbours may still be told, or their step goes on.
 */
export type RunLog = {
  /** All events up to this one have become steps and facts. */
  settledTo: number;
  settled: RunFold;
  unsettled: readonly ReadEvent[];
  /** The last event that was read. */
  readTo: number;
  /** When a gap was last looked into, epoch milliseconds. */
  lookedBackAt: number;
};

/** A log of which nothing was read. */
export const EMPTY_LOG: RunLog = {
  settledTo: 0,
  settled: NOTHING_FOLDED,
  unsettled: [],
  readTo: 0,
  lookedBackAt: 0,
};

/** After which event to read next, and whether it is to find one that was passed over. */
export function nextRead(log: RunLog, now: number): { after: number; isLookBack: boolean } {
  const isDue = now - log.lookedBackAt >= LOOK_BACK_MS;
  if (!isDue || !hasGap(log, now)) return { after: log.readTo, isLookBack: false };
  return { after: log.settledTo, isLookBack: true };
}

/** The log with the events of a page, in any order; those that are known, or settled, are left out. */
export function withEvents(log: RunLog, events: readonly RunEvent[], now: number): RunLog {
  const known = new Map(log.unsettled.map((each) => [each.event.id, each] as const));
  for (const event of events) {
    if (event.id <= log.settledTo || known.has(event.id)) continue;
    known.set(event.id, { event, seenAt: now });
  }
  if (known.size === log.unsettled.length) return log;
  const unsettled = [...known.values()].sort((a, b) => a.event.id - b.event.id);
  const readTo = Math.max(log.readTo, unsettled.at(-1)?.event.id ?? 0);
  return { ...log, unsettled, readTo };
}

/** The log in which all that cannot change any more has become steps and facts. `trim` cuts a step. */
export function settle(log: RunLog, now: number, trim: (step: Step) => Step): RunLog {
  const ripe = ripeCount(log, now);
  const events = log.unsettled.map(({ event }) => event);
  const lastEnd = opensAfter(events.slice(0, ripe)).lastIndexOf(false) + 1;
  const count = log.unsettled.length - lastEnd > MOST_UNSETTLED ? ripe : lastEnd;
  const last = events[count - 1];
  if (last === undefined) return log;
  return {
    ...log,
    settledTo: last.id,
    settled: foldEvents(log.settled, events.slice(0, count), trim),
    unsettled: log.unsettled.slice(count),
  };
}

/** All that the log comes to, the step that is open included. */
export function foldLog(log: RunLog, trim: (step: Step) => Step): RunFold {
  if (log.unsettled.length === 0) return log.settled;
  return foldEvents(
    log.settled,
    log.unsettled.map(({ event }) => event),
    trim,
  );
}

/** How many of the unsettled events have all their elders: none is missing between them, or it was waited for. */
function ripeCount(log: RunLog, now: number): number {
  let before = log.settledTo;
  const first = log.unsettled.findIndex(({ event, seenAt }) => {
    const isNext = event.id === before + 1;
    before = event.id;
    return !isNext && !isAged({ event, seenAt }, log, now);
  });
  return first === -1 ? log.unsettled.length : first;
}

function hasGap(log: RunLog, now: number): boolean {
  return ripeCount(log, now) < log.unsettled.length;
}

/** The gap before it was looked into once more after the time for that was over, or nothing can come late there. */
function isAged({ event, seenAt }: ReadEvent, { lookedBackAt }: RunLog, now: number): boolean {
  return lookedBackAt - seenAt >= GAP_MS || (event.at !== null && now - event.at >= OLD_MS);
}
