import "server-only";
import type { Logger } from "@/lib/server/observability/logger";
import type { GrantDecision } from "./grant-of-request";
import type { SessionCookie } from "./session-cookie";
import type { SessionRevocations } from "./session-revocations";

/**
 * How signing out went. The answer takes the cookie back in any case; `isToldToAll` is false while only this instance
 * knows.
 */
type SignedOut = { isToldToAll: boolean; cookie: string };

type Parts = {
  revocations: SessionRevocations;
  cookie: SessionCookie;
  log: Logger;
  now: () => number;
};

/** The ways to sign out. */
export type SignOut = {
  /** Ends the session that a request came with, if it did. */
  one(access: GrantDecision, requestId: string): Promise<SignedOut>;
  /** Ends every session that has begun. */
  everywhere(requestId: string): Promise<SignedOut>;
};

/** See `SignOut`. */
export function createSignOut({ revocations, cookie, log, now }: Parts): SignOut {
  return {
    one: async (access, requestId) => {
      const isOfSession = access.grant !== null && access.by === "session";
      const isToldToAll = !isOfSession || (await revocations.end(access.session, now()));
      if (isOfSession) log.info({ requestId, isToldToAll }, "Signed out");
      return { isToldToAll, cookie: cookie.clear() };
    },
    everywhere: async (requestId) => {
      const isToldToAll = await revocations.endAll(now());
      log.warn({ requestId, isToldToAll }, "Ended all sessions");
      return { isToldToAll, cookie: cookie.clear() };
    },
  };
}
