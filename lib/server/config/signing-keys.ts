import "server-only";
import { randomBytes } from "node:crypto";
import { getEnv } from "./env";
import { processWide } from "./process-wide";
import { deriveKeys, type KeyPurpose, type SigningKey } from "./derive-key";

/**
 * The keys of this process for one purpose: the first one signs, all of them verify. Without `SESSION_SECRET` they
 * come from chance and end with the process.
 */
export function signingKeys(purpose: KeyPurpose): readonly SigningKey[] {
  return processWide(`signing-keys.${purpose}`, () => deriveKeys(rootSecrets(), purpose));
}

function rootSecrets(): readonly string[] {
  const { SESSION_SECRET } = getEnv();
  if (SESSION_SECRET.length > 0) return SESSION_SECRET;
  return processWide("root-secrets", () => [randomBytes(32).toString("base64url")]);
}
