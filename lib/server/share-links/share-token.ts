import "server-only";
import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { ShareScope } from "@/lib/domain/sharing/grant";
import { readScopes } from "@/lib/domain/sharing/share-scopes";
import { parseTaskId } from "@/lib/domain/task/task-id";
import type { SigningKey } from "@/lib/server/config/derive-key";
import { isCanonicalToken } from "@/lib/server/sign-in/is-canonical-token";

/** What a share link says. `expiresAt` is epoch milliseconds, told in whole seconds. */
export type ShareClaims = {
  shareId: string;
  taskId: string;
  scopes: readonly ShareScope[];
  expiresAt: number;
};

const VERSION = 1;
const AUDIENCE = "share";
const ALGORITHM = "HS256";
/** Clocks of instances may differ by so much, in seconds. */
export const LEEWAY_SECONDS = 60;
const LONGEST_TOKEN = 1024;
/** 128 bits as base64url. */
const SHARE_ID = /^[\w-]{22}$/;

const payloadSchema = z.strictObject({
  v: z.literal(VERSION),
  aud: z.literal(AUDIENCE),
  jti: z.string().regex(SHARE_ID),
  task: z.string().refine((id) => parseTaskId(id) === id),
  scope: z.string().max(200),
  exp: z.number().int().positive(),
});

/** True when a text can be the id of a share link. */
export function isShareId(text: string): boolean {
  return SHARE_ID.test(text);
}

/** Signs the token of a share link (JWT, RFC 7519) with the first of the keys. */
export function signShareToken(
  { shareId, taskId, scopes, expiresAt }: ShareClaims,
  keys: readonly SigningKey[],
): Promise<string> {
  const [key] = keys;
  if (key === undefined) throw new Error("There is no key to sign with");
  const exp = Math.floor(expiresAt / 1000);
  const claims = { v: VERSION, aud: AUDIENCE, jti: shareId, task: taskId, scope: scopes.join(" ") };
  return new SignJWT({ ...claims, exp })
    .setProtectedHeader({ alg: ALGORITHM, kid: key.id })
    .sign(key.secret);
}

/**
 * What a token says, if one of the keys signed it for this purpose and it has not expired at `now` (epoch
 * milliseconds); `null` whatever else is wrong with it.
 */
export async function verifyShareToken(
  token: string,
  keys: readonly SigningKey[],
  now: number,
): Promise<ShareClaims | null> {
  if (token.length > LONGEST_TOKEN || !isCanonicalToken(token)) return null;
  const verified = await jwtVerify(
    token,
    ({ kid }) => {
      const key = keys.find(({ id }) => id === kid);
      if (key === undefined) throw new Error("No such key");
      return key.secret;
    },
    {
      algorithms: [ALGORITHM],
      audience: AUDIENCE,
      currentDate: new Date(now),
      clockTolerance: LEEWAY_SECONDS,
    },
  ).catch(() => null);
  const payload = payloadSchema.safeParse(verified?.payload);
  if (!payload.success) return null;
  const { jti, task, scope, exp } = payload.data;
  const scopes = readScopes(scope.split(" "));
  return scopes && { shareId: jti, taskId: task, scopes, expiresAt: exp * 1000 };
}
