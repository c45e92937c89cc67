import "server-only";
import { LRUCache } from "lru-cache";
import type { Step } from "@/lib/domain/task/step";
import type { UpstreamClient } from "@/lib/server/upstream/client";
import { AnswerTooLarge, UpstreamError } from "@/lib/server/upstream/errors";
import type { EventPictures } from "./event-pictures";
import { readEventsPage, type EventsPage } from "./read-events";
import { nextRead, settle, withEvents, type RunLog } from "./run-log";

const USUAL_LIMIT = 200;
/** A page is kept below this many characters, where pictures stand in it: an answer of 32 MiB is not read. */
const LONG_PAGE = 8 * 1024 * 1024;
const SHORT_PAGE = 1024 * 1024;
/** With 200 events each, more than any run has; a log without an end is none. */
const MOST_PAGES = 2000;
const MOST_REMEMBERED = 1000;

/** Reads what is new in the log of a run. Throws `UpstreamError`. */
export type DrainEvents = (runId: string, log: RunLog) => Promise<RunLog>;

/**
 * See `DrainEvents`. Pictures of the events go to `pictures`; `now` gives epoch milliseconds; `trim` cuts a step, so that
 * readings which cut otherwise, and what is remembered of them, have a reader of their own.
 */
export function createDrainEvents(
  client: UpstreamClient,
  pictures: EventPictures,
  now: () => number,
  trim: (step: Step) => Step,
): DrainEvents {
  /** How many events of a run fit into one answer. */
  const limits = new LRUCache<string, number>({ max: MOST_REMEMBERED });
  /** Readings that broke off, so that a long log need not be begun again. */
  const brokenOff = new LRUCache<string, RunLog>({ max: 20 });

  async function readPage(runId: string, after: number): Promise<EventsPage> {
    for (let limit = limits.get(runId) ?? USUAL_LIMIT; ; limit = Math.floor(limit / 8)) {
      // A single event that is too large is read without what its tools answered.
      const output = limit === 0 ? "&include_output=false" : "";
      const query = `after=${String(after)}&limit=${String(Math.max(1, limit))}${output}`;
      try {
        return await client.getText(`/runs/${runId}/events?${query}`, (text) => {
          limits.set(runId, nextLimit(limit, text.length));
          return readEventsPage(text);
        });
      } catch (error) {
        if (!(error instanceof AnswerTooLarge) || limit === 0) throw error;
      }
    }
  }

  return async (runId, known) => {
    const broken = brokenOff.get(runId);
    let log = broken !== undefined && broken.settledTo > known.settledTo ? broken : known;
    const first = nextRead(log, now());
    if (first.isLookBack) log = { ...log, lookedBackAt: now() };
    let { after } = first;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const read = await readPage(runId, after);
      pictures.add(read.pictures);
      log = settle(withEvents(log, read.events, now()), now(), trim);
      const next = cursorAfter(read, after);
      if (!read.hasMore || next === null) {
        brokenOff.delete(runId);
        return log;
      }
      brokenOff.set(runId, log);
      after = next;
    }
    throw new UpstreamError("upstream-invalid", "A log without an end");
  };
}

/** After which event the next page begins; `null` where a page leads no further. It passes over no event. */
function cursorAfter({ events, nextAfter }: EventsPage, after: number): number | null {
  const last = events.at(-1)?.id ?? null;
  const next = last === null ? nextAfter : nextAfter === null ? last : Math.min(last, nextAfter);
  if (next !== null && next > after) return next;
  return last !== null && last > after ? last : null;
}

function nextLimit(limit: number, length: number): number {
  if (length > LONG_PAGE) return Math.max(1, Math.floor(limit / 2));
  return length < SHORT_PAGE ? Math.min(USUAL_LIMIT, Math.max(1, limit) * 2) : Math.max(1, limit);
}
