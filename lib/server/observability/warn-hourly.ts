import "server-only";
import { LRUCache } from "lru-cache";
import type { LogFields, Logger } from "./logger";

const HOUR_MS = 3_600_000;

/** Warns about something that repeats with every poll. */
export type WarnHourly = (fields: LogFields, message: string) => void;

/** Lets a warning through once an hour for the same fields. */
export function createWarnHourly(log: Logger): WarnHourly {
  const warned = new LRUCache<string, true>({ max: 500, ttl: HOUR_MS });
  return (fields, message) => {
    const key = `${message} ${JSON.stringify(fields)}`;
    if (warned.has(key)) return;
    warned.set(key, true);
    log.warn(fields, message);
  };
}
