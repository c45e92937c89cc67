import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { jwtVerify, SignJWT, type JWTHeaderParameters } from "jose";
import type { SigningKey } from "@/lib/server/config/derive-key";
import { isCanonicalToken } from "./is-canonical-token";

/** How long a session lasts, in seconds. */
export const SESSION_SECONDS = 43_200;
const AUDIENCE = "session";
/** How far the clocks of two instances may differ, in seconds. */
const CLOCK_LEEWAY_SECONDS = 60;
const LONGEST_TOKEN = 1024;

/** One session of an operator. `startedAt` is in epoch seconds, with a fraction. */
export type Session = { id: string; startedAt: number };

/**
 * Begins a session at `now` (epoch milliseconds) and signs it with the first key. It ends when the password, whose
 * text is sealed into it, is changed.
 */
export async function issueSession(
  keys: readonly SigningKey[],
  password: string,
  now: number,
): Promise<string> {
  const [key] = keys;
  if (key === undefined) throw new Error("There is no key to sign with");
  const startedAt = now / 1000;
  return new SignJWT({ seal: sealOf(key, password) })
    .setProtectedHeader({ alg: "HS256", kid: key.id })
    .setAudience(AUDIENCE)
    .setJti(randomBytes(16).toString("base64url"))
    .setIssuedAt(startedAt)
    .setExpirationTime(Math.floor(startedAt) + SESSION_SECONDS)
    .sign(key.secret);
}

/** The session of a token; `null` for every token that is not a valid one of ours at `now`. Never throws. */
export async function readSession(
  token: string,
  keys: readonly SigningKey[],
  password: string,
  now: number,
): Promise<Session | null> {
  if (token.length > LONGEST_TOKEN || !isCanonicalToken(token)) return null;
  try {
    const { payload, protectedHeader } = await jwtVerify(
      token,
      (header) => keyOf(keys, header).secret,
      {
        algorithms: ["HS256"],
        audience: AUDIENCE,
        requiredClaims: ["iat", "exp", "jti"],
        currentDate: new Date(now),
      },
    );
    const { jti: id = "", iat: startedAt = Infinity, exp = Infinity } = payload;
    const isSealed = payload.seal === sealOf(keyOf(keys, protectedHeader), password);
    const isOfNow = startedAt <= now / 1000 + CLOCK_LEEWAY_SECONDS;
    const isShort = exp - startedAt <= SESSION_SECONDS;
    return isSealed && isOfNow && isShort ? { id, startedAt } : null;
  } catch {
    return null;
  }
}

function keyOf(keys: readonly SigningKey[], header: JWTHeaderParameters): SigningKey {
  const key = keys.find(({ id }) => id === header.kid);
  if (key === undefined) throw new Error("No key of this name");
  return key;
}

function sealOf(key: SigningKey, password: string): string {
  return createHmac("sha256", key.secret).update(password).digest("base64url").slice(0, 22);
}
