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
  const kinds = Array.from(part, kindOf);
  const digits = kinds.filter((kind) => kind === "digit").length;
  const changes = kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length;
  const hasAll = kinds.includes("upper") && kinds.includes("lower");
  return (
    hasAll &&
    digits >= FEWEST_DIGITS &&
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

function kindOf(character: string): "digit" | "upper" | "lower" {
  if (character >= "0" && character <= "9") return "digit";
  return character >= "A" && character <= "Z" ? "upper" : "lower";
}
