import "server-only";
import { getLogger } from "@/lib/server/observability/logger";
import type { GrantDecision } from "./grant-of-request";
import { sessionRegister } from "./process-register";
import { noSessionCookie } from "./session-cookie";

/** Ends the session that a request came with, if it did; the answer takes the cookie back in any case. */
export async function signOut(access: GrantDecision, requestId: string): Promise<string> {
  if (access.grant !== null && access.by === "session") {
    await sessionRegister().end(access.session, Date.now());
    getLogger().info({ requestId }, "Signed out");
  }
  return noSessionCookie();
}

/** Ends every session that has begun. `isToldToAll` is false when only this instance knows. */
export async function signOutEverywhere(
  requestId: string,
): Promise<{ isToldToAll: boolean; cookie: string }> {
  const isToldToAll = await sessionRegister().endAll(Date.now());
  getLogger().warn({ requestId, isToldToAll }, "Ended all sessions");
  return { isToldToAll, cookie: noSessionCookie() };
}
