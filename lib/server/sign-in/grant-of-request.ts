import "server-only";
import type { Grant } from "@/lib/domain/sharing/grant";
import type { SigningKey } from "@/lib/server/config/derive-key";
import type { Env } from "@/lib/server/config/env";
import { checkSession } from "./check-session";
import { proxyUser } from "./proxy-user";
import type { SessionCookie } from "./session-cookie";
import type { SessionRevocations } from "./session-revocations";
import { readSession, type Session } from "./session-token";

type Operator = Extract<Grant, { kind: "operator" }>;

/** Who asks, and how that is known; or why nobody is known to. */
export type GrantDecision =
  | { grant: Operator; by: "open" | "proxy"; session: null }
  | { grant: Operator; by: "session"; session: Session }
  | { grant: null; reason: "no-session" | "bad-session" | "unconfirmed" };

type Parts = {
  env: Pick<Env, "ACCESS_PASSWORD" | "TRUSTED_PROXY" | "TRUSTED_PROXY_SECRET">;
  keys: readonly SigningKey[];
  cookie: SessionCookie;
  revocations: SessionRevocations;
  now: () => number;
};

/** Decides the grant of a request, by its headers. */
export type GrantOfRequest = (headers: Headers) => Promise<GrantDecision>;

/** See `GrantOfRequest`. Without a password and a proxy that signs people in, everybody is an operator. */
export function createGrantOfRequest({
  env,
  keys,
  cookie,
  revocations,
  now,
}: Parts): GrantOfRequest {
  const { ACCESS_PASSWORD, TRUSTED_PROXY, TRUSTED_PROXY_SECRET } = env;
  const asksForSignIn = ACCESS_PASSWORD !== null || TRUSTED_PROXY !== null;

  const bySession = async (headers: Headers): Promise<GrantDecision> => {
    const token = cookie.read(headers);
    if (token === null) return { grant: null, reason: "no-session" };
    if (ACCESS_PASSWORD === null) return { grant: null, reason: "bad-session" };
    const at = now();
    const session = await readSession(token, keys, ACCESS_PASSWORD.source, at);
    if (session === null) return { grant: null, reason: "bad-session" };
    const verdict = checkSession(session, await revocations.read(at), at);
    if (verdict === "valid") return { grant: operator(null), by: "session", session };
    return { grant: null, reason: verdict === "ended" ? "bad-session" : "unconfirmed" };
  };

  return async (headers) => {
    if (!asksForSignIn) return { grant: operator(null), by: "open", session: null };
    if (TRUSTED_PROXY !== null && TRUSTED_PROXY_SECRET !== null) {
      const proxy = { header: TRUSTED_PROXY, secret: TRUSTED_PROXY_SECRET };
      const who = proxyUser(headers, proxy);
      if (who !== null) return { grant: operator(who), by: "proxy", session: null };
    }
    return bySession(headers);
  };
}

function operator(who: string | null): Operator {
  return { kind: "operator", who };
}
