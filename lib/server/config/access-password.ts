import "server-only";
import { createHash, randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** Characters that a password has at least, where the configuration holds it as it is. */
const SHORTEST = 12;
/** Characters that are checked, at most: a longer one is refused before any work is done for it. */
export const LONGEST_PASSWORD = 1024;

type Cost = { N: number; r: number; p: number };
/** 32 MiB and some tenths of a second for each try. */
const COST: Cost = { N: 32_768, r: 8, p: 3 };
const LARGEST_N = 1_048_576;
const HASH_BYTES = 32;
const HASHED = /^scrypt:(\d{4,7}):(\d{1,2}):(\d{1,2}):([\w-]{22,86}):([\w-]{43})$/;

/** The password of the configuration, as it is or hashed. `source` is the text of the configuration: a secret. */
export type AccessPassword =
  | { kind: "plain"; source: string }
  | { kind: "scrypt"; source: string; cost: Cost; salt: Buffer; hash: Buffer };

/**
 * The one rule for all passwords: line breaks around them do not count (files end with one), and characters that
 * look the same are the same (NFC). Spaces count.
 */
function normalisePassword(text: string): string {
  return text.replace(/^[\r\n]+|[\r\n]+$/g, "").normalize("NFC");
}

/** Reads the password of the configuration; `null` for one that is too short, too long, or a broken hash. */
export function parseAccessPassword(text: string): AccessPassword | null {
  const source = normalisePassword(text);
  if (source.startsWith("scrypt:")) return parseHashed(source);
  const { length } = Array.from(source);
  return length < SHORTEST || source.length > LONGEST_PASSWORD ? null : { kind: "plain", source };
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

/** Hashes a password for the configuration: `scrypt:N:r:p:salt:hash`, without characters that .env files expand. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(normalisePassword(password), salt, COST);
  const { N, r, p } = COST;
  const cost = [N, r, p].map(String).join(":");
  return `scrypt:${cost}:${salt.toString("base64url")}:${hash.toString("base64url")}`;
}

/** True for the right password. How long it takes says nothing about where a wrong one differs. */
export async function isPassword(given: string, expected: AccessPassword): Promise<boolean> {
  const password = normalisePassword(given);
  if (expected.kind === "plain") {
    return timingSafeEqual(digest(password), digest(expected.source));
  }
  return timingSafeEqual(await derive(password, expected.salt, expected.cost), expected.hash);
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function derive(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  const maxmem = 256 * cost.N * cost.r;
  return new Promise((resolve, reject) => {
    scrypt(password, salt, HASH_BYTES, { ...cost, maxmem }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
