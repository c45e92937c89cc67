import "server-only";
import { getEnv } from "@/lib/server/config/env";
import { getLogger } from "@/lib/server/observability/logger";
import { warnHourly } from "@/lib/server/observability/warn-hourly";
import { isPassword, LONGEST_PASSWORD } from "@/lib/server/config/access-password";
import { sessionCookie } from "./session-cookie";
import { issueSession } from "./session-token";
import { signInGate } from "./sign-in-gate";
import { signingKeys } from "@/lib/server/config/signing-keys";

/** A session as `Set-Cookie`, or why there is none. */
export type SignInResult =
  | { ok: true; cookie: string }
  | {
      ok: false;
      code: "not-found" | "bad-request" | "wrong-password" | "sign-in-slowed";
      retryAfterSeconds?: number;
    };

/** Signs in with a password at `now`, epoch milliseconds. Anything that is not a password is refused before it costs anything. */
export async function signIn(
  password: unknown,
  requestId: string,
  now = Date.now(),
): Promise<SignInResult> {
  const { ACCESS_PASSWORD } = getEnv();
  if (ACCESS_PASSWORD === null) return { ok: false, code: "not-found" };
  if (typeof password !== "string" || password === "" || password.length > LONGEST_PASSWORD) {
    return { ok: false, code: "bad-request" };
  }
  const gate = signInGate();
  const retryAfterSeconds = await gate.wait(now);
  if (retryAfterSeconds > 0) {
    warnHourly({}, "Passwords are not looked at for a while: too many were wrong");
    return { ok: false, code: "sign-in-slowed", retryAfterSeconds };
  }
  const isRight = await isPassword(password, ACCESS_PASSWORD);
  gate.note(isRight, now);
  if (!isRight) {
    getLogger().warn({ requestId }, "A wrong password");
    return { ok: false, code: "wrong-password" };
  }
  getLogger().info({ requestId }, "Signed in");
  const token = await issueSession(signingKeys("session"), ACCESS_PASSWORD.source, now);
  return { ok: true, cookie: sessionCookie(token) };
}
