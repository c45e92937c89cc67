import type { Scene } from "../shape-common";
import { idsOfLog, shownLog } from "./shown-log";
import { utc, wireEvent } from "./wire-event";

/** Where a page of events begins, the most that it may hold, and whether it says what tools brought back. */
type Wanted = { after: number; limit: number; hasOutput: boolean };

/** An event that can be seen by now, by its id; made when it is answered, as a log may be long. */
type Answered = { id: number; toEvent: () => unknown };

/** A page of a run's events, as `GET /runs/{id}/events` answers it. */
export function eventsPage(scene: Scene, { after, limit, hasOutput }: Wanted) {
  const { oddities } = scene.task.runState;
  const rest = answeredEvents(scene, after, hasOutput);
  const page = rest.slice(0, Math.min(limit, oddities.pageSize ?? limit));
  const nextAfter = page.at(-1)?.id ?? null;
  const ordered = oddities.isShuffled ? shuffled(page) : page;
  return {
    events: ordered.map(({ toEvent }) => toEvent()),
    ...(oddities.hasNoNextAfter ? {} : { nextAfter }),
    hasMore: rest.length > page.length,
  };
}

/** The events after this id that can be seen by now, in the order of their ids. */
function answeredEvents(scene: Scene, after: number, hasOutput: boolean): Answered[] {
  const { task } = scene;
  const { withhold, repeat, replace } = task.runState.oddities;
  const scripted = shownLog(scene)
    .filter(({ id }) => id > after && !withhold.includes(id))
    .flatMap((entry): Answered[] => {
      const given = replace[String(entry.id)];
      const toEvent = () => (given === undefined ? wireEvent(task.id, entry, hasOutput) : given);
      const one = { id: entry.id, toEvent };
      return repeat.includes(entry.id) ? [one, one] : [one];
    });
  const inserted = insertedEvents(scene).filter(({ id }) => id > after);
  return [...scripted, ...inserted].sort((a, b) => a.id - b.id);
}

/** The events that no script has, of those whose time has come. */
function insertedEvents(scene: Scene): Answered[] {
  const { task, now } = scene;
  const { insert } = task.runState.oddities;
  if (insert.length === 0) return [];
  const shown = shownLog(scene);
  const ids = idsOfLog(scene);
  return insert.flatMap((event): Answered[] => {
    const before = ids.findLastIndex((id) => id <= event.id);
    if (before >= shown.length) return [];
    const at = shown[Math.max(0, before)]?.at ?? now;
    const usual = { runId: task.id, ts: utc(at), type: "agent.note", data: {} };
    return [{ id: event.id, toEvent: () => ({ ...usual, ...event }) }];
  });
}

/** The same events in an order that has nothing to do with their ids, always the same. */
function shuffled<Item extends { id: number }>(page: readonly Item[]): Item[] {
  const mixed = ({ id }: Item) => Math.imul(id, 0x9e3779b1) >>> 0;
  return page.toSorted((a, b) => mixed(a) - mixed(b));
}
