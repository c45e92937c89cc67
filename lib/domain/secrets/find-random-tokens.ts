import type { SecretFinding } from "./secret-kinds";

const RUNS = /[\w-]{24,}/g;
const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
/** Below this many different characters a run is a counter, a pattern or a filler. */
const FEWEST_DIFFERENT = 14;
const FEWEST_DIGITS = 3;
/** The share of places where letters, capitals and digits change; words and dates have few, chance has many. */
const LEAST_CHANGES = 0.35;

/**
 * Long runs that look like chance: letters, capitals and digits well mixed. Not UUIDs, not hashes in hexadecimal
 * (which name things, and keep no secret), not words, dates or names of files.
 */
export function findRandomTokens(text: string): SecretFinding[] {
  return Array.from(text.matchAll(RUNS)).flatMap(({ 0: run, index }) =>
    looksRandom(run) ? [{ kind: "token" as const, from: index, to: index + run.length }] : [],
  );
}

function looksRandom(run: string): boolean {
  if (UUID.test(run) || /^[\da-f_-]+$/i.test(run)) return false;
  const part = longestPart(run);
  if (part.length < 16) return false;
  const counts = { digit: 0, upper: 0, lower: 0 };
  let changes = 0;
  let before: keyof typeof counts | null = null;
  for (let at = 0; at < part.length; at += 1) {
    const kind = kindOf(part.charCodeAt(at));
    counts[kind] += 1;
    if (before !== null && kind !== before) changes += 1;
    before = kind;
  }
  return (
    counts.upper > 0 &&
    counts.lower > 0 &&
    counts.digit >= FEWEST_DIGITS &&
    changes / part.length >= LEAST_CHANGES &&
    new Set(part).size >= FEWEST_DIFFERENT
  );
}

/** The longest piece between dashes: names of things are made of many short ones. */
function longestPart(run: string): string {
  return run
    .split(/[_-]/)
    .reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}

function kindOf(code: number): "digit" | "upper" | "lower" {
  if (code >= 0x30 && code <= 0x39) return "digit";
  return code >= 0x41 && code <= 0x5a ? "upper" : "lower";
}
