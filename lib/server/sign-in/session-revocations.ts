import "server-only";
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

/**
 * The revocations of one process alone. What was ended before it started (`startedAt`, epoch milliseconds) nobody knows
 * any longer, so no session from before counts.
 */
export function createMemoryRevocations(startedAt: number): SessionRevocations {
  const ended = new Map<string, number>();
  let before = startedAt / 1000;
  return {
    read: (now) => {
      for (const [id, until] of ended) if (until < now) ended.delete(id);
      const revocations = { before, ended: new Set(ended.keys()) };
      return Promise.resolve({ revocations, goodUntil: Infinity, since: now });
    },
    end: (session, now) => {
      ended.set(session.id, now + SESSION_SECONDS * 1000);
      return Promise.resolve(true);
    },
    endAll: (now) => {
      before = now / 1000;
      return Promise.resolve(true);
    },
  };
}
