import "server-only";
import { randomBytes } from "node:crypto";
import type { DataRecord, LocalData } from "./data-store";

/** A store that ends with the process. */
export function createMemoryData(now: () => number): LocalData {
  const records = new Map<string, DataRecord>();
  const secret = randomBytes(32).toString("base64url");
  const nameOf = ({ kind, id }: { kind: string; id: string }) => JSON.stringify([kind, id]);
  const current = (record: DataRecord | undefined) =>
    record !== undefined && record.until > now() ? record : null;
  return {
    isKept: false,
    rootSecret: () => secret,
    close: () => undefined,
    put: (record) => {
      for (const [name, { until }] of records) if (until <= now()) records.delete(name);
      records.set(nameOf(record), record);
      return Promise.resolve();
    },
    get: (kind, id) => Promise.resolve(current(records.get(nameOf({ kind, id })))?.value ?? null),
    list: (kind, group) =>
      Promise.resolve(
        [...records.values()]
          .filter((record) => record.kind === kind && record.group === group)
          .filter((record) => current(record) !== null)
          .map(({ id, value }) => ({ id, value })),
      ),
    remove: (record) => {
      const isThere = current(records.get(nameOf(record))) !== null;
      return Promise.resolve(records.delete(nameOf(record)) && isThere);
    },
  };
}
