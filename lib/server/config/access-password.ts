import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import {
  derivePassword,
  HASH_BEGINS,
  isPlainPassword,
  normalisePassword,
  type Cost,
} from "@/server/password-hash.mjs";

const LARGEST_N = 1_048_576;
const HASHED = /^scrypt:(\d{4,7}):(\d{1,2}):(\d{1,2}):([\w-]{22,86}):([\w-]{43})$/;

/** The password of the configuration, as it is or hashed. `source` is the text of the configuration: a secret. */
export type AccessPassword =
  | { kind: "plain"; source: string }
  | { kind: "scrypt"; source: string; cost: Cost; salt: Buffer; hash: Buffer };

/** Reads the password of the configuration; `null` for one that is too short, too long, or a broken hash. */
export function parseAccessPassword(text: string): AccessPassword | null {
  const source = normalisePassword(text);
  if (source.startsWith(HASH_BEGINS)) return parseHashed(source);
  return isPlainPassword(source) ? { kind: "plain", source } : null;
}

function parseHashed(source: string): AccessPassword | null {
  const match = HASHED.exec(source);
  if (match === null) return null;
  const [, N = "", r = "", p = "", salt = "", hash = ""] = match;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const isPower = Number.isInteger(Math.log2(cost.N));
  if (!isPower || cost.N > LARGEST_N || cost.r < 1 || cost.p < 1) return null;
  const bytes = { salt: Buffer.from(salt, "base64url"), hash: Buffer.from(hash, "base64url") };
  return { kind: "scrypt", source, cost, ...bytes };
}

/** True for the right password. How long it takes says nothing about where a wrong one differs. */
export async function isPassword(given: string, expected: AccessPassword): Promise<boolean> {
  const password = normalisePassword(given);
  if (expected.kind === "plain") {
    return timingSafeEqual(digest(password), digest(expected.source));
  }
  const { salt, cost, hash } = expected;
  return timingSafeEqual(await derivePassword(password, salt, cost), hash);
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
