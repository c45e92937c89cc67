import "server-only";
import { getLogger } from "@/lib/server/observability/logger";
import type { GrantDecision } from "./grant-of-request";
import { sessionRevocations } from "./process-revocations";
import { noSessionCookie } from "./session-cookie";

/**
 * How signing out went. The answer takes the cookie back in any case; `isToldToAll` is false while only this instance
 * knows.
 */
type SignedOut = { isToldToAll: boolean; cookie: string };

/** Ends the session that a request came with, if it did. */
export async function signOut(access: GrantDecision, requestId: string): Promise<SignedOut> {
  const isOfSession = access.grant !== null && access.by === "session";
  const isToldToAll = !isOfSession || (await sessionRevocations().end(access.session, Date.now()));
  if (isOfSession) getLogger().info({ requestId, isToldToAll }, "Signed out");
  return { isToldToAll, cookie: noSessionCookie() };
}

/** Ends every session that has begun. */
export async function signOutEverywhere(requestId: string): Promise<SignedOut> {
  const isToldToAll = await sessionRevocations().endAll(Date.now());
  getLogger().warn({ requestId, isToldToAll }, "Ended all sessions");
  return { isToldToAll, cookie: noSessionCookie() };
}
