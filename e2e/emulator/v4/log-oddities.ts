import { isFields } from "./fields";

/** In what ways the log of a run is answered otherwise than it should be. */
export type LogOddities = {
  /** The ids of events that cannot be seen yet, however long ago they happened. */
  withhold: readonly number[];
  /** The ids of events that are answered twice. */
  repeat: readonly number[];
  /** What stands in an event's place, by its id. */
  replace: Readonly<Record<string, unknown>>;
  /** Events that no script has, each seen from the time of the one before it on. */
  insert: readonly InsertedEvent[];
  /** The events of a page stand in no order. */
  isShuffled: boolean;
  /** The most events of a page, whatever is asked for. */
  pageSize: number | null;
  /** Pages do not say where the next one begins. */
  hasNoNextAfter: boolean;
};

type InsertedEvent = { id: number } & Record<string, unknown>;

/** A log as it should be. */
export const NO_ODDITIES: LogOddities = {
  withhold: [],
  repeat: [],
  replace: {},
  insert: [],
  isShuffled: false,
  pageSize: null,
  hasNoNextAfter: false,
};

/** Reads oddities as a test gives them; those that it does not name are none. */
export function toOddities(given: Readonly<Record<string, unknown>>): LogOddities {
  const numbers = (value: unknown) =>
    Array.isArray(value) ? value.filter((each): each is number => Number.isInteger(each)) : [];
  return {
    withhold: numbers(given.withhold),
    repeat: numbers(given.repeat),
    replace: isFields(given.replace) ? given.replace : {},
    insert: Array.isArray(given.insert) ? given.insert.filter(isInserted) : [],
    isShuffled: given.order === "shuffled",
    pageSize: typeof given.pageSize === "number" ? given.pageSize : null,
    hasNoNextAfter: given.nextAfter === "missing",
  };
}

function isInserted(value: unknown): value is InsertedEvent {
  return isFields(value) && Number.isInteger(value.id);
}
