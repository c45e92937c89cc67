import "server-only";
import { LRUCache } from "lru-cache";
import { processWide } from "@/lib/server/config/process-wide";
import { getLogger, type LogFields } from "./logger";

const HOUR_MS = 3_600_000;

/** Warns about something that repeats with every poll, once an hour for the same fields. */
export function warnHourly(fields: LogFields, message: string): void {
  const warned = processWide(
    "warned",
    () => new LRUCache<string, true>({ max: 500, ttl: HOUR_MS }),
  );
  const key = `${message} ${JSON.stringify(fields)}`;
  if (warned.has(key)) return;
  warned.set(key, true);
  getLogger().warn(fields, message);
}
