import "server-only";
import type { SigningKey } from "@/lib/server/config/derive-key";
import type { Env } from "@/lib/server/config/env";
import type { Logger } from "@/lib/server/observability/logger";
import type { WarnHourly } from "@/lib/server/observability/warn-hourly";
import { isPassword } from "@/lib/server/config/access-password";
import { LONGEST_PASSWORD } from "@/server/password-hash.mjs";
import type { SessionCookie } from "./session-cookie";
import { issueSession } from "./session-token";
import type { SignInGate } from "./sign-in-gate";

/** A session as `Set-Cookie`, or why there is none. */
type SignInResult =
  | { ok: true; cookie: string }
  | {
      ok: false;
      code: "not-found" | "bad-request" | "wrong-password" | "sign-in-slowed";
      retryAfterSeconds?: number;
    };

type Parts = {
  env: Pick<Env, "ACCESS_PASSWORD">;
  keys: readonly SigningKey[];
  gate: SignInGate;
  cookie: SessionCookie;
  log: Logger;
  warnHourly: WarnHourly;
  /** Told how a try ended: `signed-in`, or the code of its problem. */
  onSignIn: (result: string) => void;
  now: () => number;
};

/** Signs in with a password. Anything that is not a password is refused before it costs anything. */
export type SignIn = (password: unknown, requestId: string) => Promise<SignInResult>;

/** See `SignIn`. */
export function createSignIn(parts: Parts): SignIn {
  const { env, keys, gate, cookie, log, warnHourly, onSignIn, now } = parts;
  const { ACCESS_PASSWORD } = env;
  const signIn: SignIn = async (password, requestId) => {
    if (ACCESS_PASSWORD === null) return { ok: false, code: "not-found" };
    if (typeof password !== "string" || password === "" || password.length > LONGEST_PASSWORD) {
      return { ok: false, code: "bad-request" };
    }
    const at = now();
    const retryAfterSeconds = await gate.wait(at);
    if (retryAfterSeconds > 0) {
      warnHourly({}, "Passwords are not looked at for a while: too many were wrong");
      return { ok: false, code: "sign-in-slowed", retryAfterSeconds };
    }
    const isRight = await isPassword(password, ACCESS_PASSWORD);
    gate.note(isRight, at);
    if (!isRight) {
      log.warn({ requestId }, "A wrong password");
      return { ok: false, code: "wrong-password" };
    }
    log.info({ requestId }, "Signed in");
    const token = await issueSession(keys, ACCESS_PASSWORD.source, at);
    return { ok: true, cookie: cookie.set(token) };
  };
  return async (password, requestId) => {
    const result = await signIn(password, requestId);
    onSignIn(result.ok ? "signed-in" : result.code);
    return result;
  };
}
