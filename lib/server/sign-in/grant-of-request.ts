import "server-only";
import type { Grant } from "@/lib/domain/sharing/grant";
import { getEnv } from "@/lib/server/config/env";
import { sessionRevocations } from "./process-revocations";
import { proxyUser } from "./proxy-user";
import { checkSession } from "./check-session";
import { sessionTokenOf } from "./session-cookie";
import { readSession, type Session } from "./session-token";
import { signingKeys } from "@/lib/server/config/signing-keys";

type Operator = Extract<Grant, { kind: "operator" }>;

/** Who asks, and how that is known; or why nobody is known to. */
export type GrantDecision =
  | { grant: Operator; by: "open" | "proxy"; session: null }
  | { grant: Operator; by: "session"; session: Session }
  | { grant: null; reason: "no-session" | "bad-session" | "unconfirmed" };

/** Whether this server asks who is there at all. */
function asksForSignIn(): boolean {
  const { ACCESS_PASSWORD, TRUSTED_PROXY } = getEnv();
  return ACCESS_PASSWORD !== null || TRUSTED_PROXY !== null;
}

/** Whether there is a password to sign in with, or a proxy in front that does it alone. */
export function takesPasswords(): boolean {
  return getEnv().ACCESS_PASSWORD !== null;
}

/** The grant of a request, by its headers. `now` is epoch milliseconds. */
export async function grantOfRequest(headers: Headers, now = Date.now()): Promise<GrantDecision> {
  if (!asksForSignIn()) return { grant: operator(null), by: "open", session: null };
  const { TRUSTED_PROXY, TRUSTED_PROXY_SECRET } = getEnv();
  if (TRUSTED_PROXY !== null && TRUSTED_PROXY_SECRET !== null) {
    const proxy = { header: TRUSTED_PROXY, secret: TRUSTED_PROXY_SECRET };
    const who = proxyUser(headers, proxy);
    if (who !== null) return { grant: operator(who), by: "proxy", session: null };
  }
  return bySession(headers, now);
}

async function bySession(headers: Headers, now: number): Promise<GrantDecision> {
  const { ACCESS_PASSWORD } = getEnv();
  const token = sessionTokenOf(headers);
  if (token === null) return { grant: null, reason: "no-session" };
  if (ACCESS_PASSWORD === null) return { grant: null, reason: "bad-session" };
  const session = await readSession(token, signingKeys("session"), ACCESS_PASSWORD.source, now);
  if (session === null) return { grant: null, reason: "bad-session" };
  const verdict = checkSession(session, await sessionRevocations().read(now), now);
  if (verdict === "valid") return { grant: operator(null), by: "session", session };
  return { grant: null, reason: verdict === "ended" ? "bad-session" : "unconfirmed" };
}

function operator(who: string | null): Operator {
  return { kind: "operator", who };
}
