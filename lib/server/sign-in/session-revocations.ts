import "server-only";
import type { DataStore } from "@/lib/server/data/data-store";
import type { KnownRevocations } from "./check-session";
import { SESSION_SECONDS, type Session } from "./session-token";

/** Where sessions are ended before their time. Times are epoch milliseconds. */
export type SessionRevocations = {
  read(now: number): Promise<KnownRevocations>;
  /** Ends one session; this instance knows at once. False when other instances could not be told. */
  end(session: Session, now: number): Promise<boolean>;
  /** Ends every session that has begun; false likewise. */
  endAll(now: number): Promise<boolean>;
};

const ENDED = { kind: "session-end", group: "all" };
const BEFORE = { kind: "sessions-end", id: "all", group: "all" };

/**
 * The revocations of one process alone, kept in its store. A store that has never heard of sessions knows none that
 * was ended before it was made, or before the process started (`startedAt`, epoch milliseconds): so none from before
 * counts. It never throws; what could not be kept is known here, and `false` says so.
 */
export function createStoredRevocations(data: DataStore, startedAt: number): SessionRevocations {
  const ended = new Map<string, number>();
  let before = 0;
  let loading: Promise<void> | null = null;

  const load = async () => {
    const kept = await data.get(BEFORE.kind, BEFORE.id);
    if (kept === null) await keepBefore(startedAt);
    before = Math.max(before, kept === null ? startedAt / 1000 : Number(kept));
    for (const { id, value } of await data.list(ENDED.kind, ENDED.group)) {
      ended.set(id, Number(value));
    }
  };
  // Where nothing can be read, nobody knows what was ended.
  const loaded = () =>
    (loading ??= load().catch(() => {
      before = Math.max(before, startedAt / 1000);
    }));
  const keepBefore = (now: number) =>
    data.put({ ...BEFORE, value: String(now / 1000), until: Number.MAX_SAFE_INTEGER });

  return {
    read: async (now) => {
      await loaded();
      for (const [id, until] of ended) if (until < now) ended.delete(id);
      const revocations = { before, ended: new Set(ended.keys()) };
      return { revocations, goodUntil: Infinity, since: now };
    },
    end: async ({ id }, now) => {
      await loaded();
      const until = now + SESSION_SECONDS * 1000;
      ended.set(id, until);
      return isKept(data.put({ ...ENDED, id, value: String(until), until }));
    },
    endAll: async (now) => {
      await loaded();
      before = now / 1000;
      return isKept(keepBefore(now));
    },
  };
}

function isKept(keeping: Promise<void>): Promise<boolean> {
  return keeping.then(
    () => true,
    () => false,
  );
}
