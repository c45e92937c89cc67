// @ts-check
// Plain JavaScript, so that `npm run hash-password` needs no compiler where only the product is installed.
import { randomBytes, scrypt } from "node:crypto";

/** Characters that a password has at least, where the configuration holds it as it is. */
const SHORTEST = 12;
/** Characters that are checked, at most: a longer one is refused before any work is done for it. */
export const LONGEST_PASSWORD = 1024;

/** How the text of a hash begins. */
export const HASH_BEGINS = "scrypt:";
/** @typedef {{ N: number, r: number, p: number }} Cost */
/** 32 MiB and some tenths of a second for each try. */
const COST = { N: 32_768, r: 8, p: 3 };
const HASH_BYTES = 32;

/**
 * The one rule for all passwords: line breaks around them do not count (files end with one), and characters that
 * look the same are the same (NFC). Spaces count.
 * @param {string} text
 */
export function normalisePassword(text) {
  return text.replace(/^[\r\n]+|[\r\n]+$/g, "").normalize("NFC");
}

/**
 * True for what can be a password: neither too short nor too long, and no hash of one.
 * @param {string} text
 */
export function isPlainPassword(text) {
  const password = normalisePassword(text);
  const isLongEnough = Array.from(password).length >= SHORTEST;
  return isLongEnough && password.length <= LONGEST_PASSWORD && !password.startsWith(HASH_BEGINS);
}

/**
 * Hashes a password for the configuration: `scrypt:N:r:p:salt:hash`, without characters that .env files expand.
 * @param {string} password
 */
export async function hashPassword(password) {
  const salt = randomBytes(16);
  const hash = await derivePassword(normalisePassword(password), salt, COST);
  const cost = [COST.N, COST.r, COST.p].map(String).join(":");
  return `${HASH_BEGINS}${cost}:${salt.toString("base64url")}:${hash.toString("base64url")}`;
}

/**
 * The 32 bytes that a password makes with a salt, at a cost.
 * @param {string} password As `normalisePassword` gives it.
 * @param {Buffer} salt
 * @param {Readonly<Cost>} cost
 * @returns {Promise<Buffer>}
 */
export function derivePassword(password, salt, cost) {
  const maxmem = 256 * cost.N * cost.r;
  return new Promise((resolve, reject) => {
    scrypt(password, salt, HASH_BYTES, { ...cost, maxmem }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
