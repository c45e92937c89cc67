import { findMailAddresses, findUserInfos } from "./find-addresses";
import { findKeyShapes } from "./find-key-shapes";
import { findNamedSecrets } from "./find-named-secrets";
import { findRandomTokens } from "./find-random-tokens";
import type { SecretFinding } from "./secret-kinds";

const SHORTEST = 5;
/** Signs without width: between the letters of a name, they hide it from a search and from nobody's eyes. */
const UNSEEN =
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]|[\u{e0000}-\u{e01ef}]/gu;

/**
 * Finds what looks like a secret in a text, in order and apart from one another: keys of well-known services,
 * signed tokens, private keys, values under names such as `password`, passwords in addresses, mail addresses, and
 * long runs of mere chance. It reads the text as it stands and as it is seen, without signs that have no width. It
 * guesses: what has no shape and no name, it cannot know. Time grows with the length of the text alone.
 */
export function findSecrets(text: string): SecretFinding[] {
  if (text.length < SHORTEST) return [];
  return apart(text, [...findShown(text), ...findBehindUnseen(text)]);
}

function findShown(text: string): SecretFinding[] {
  return [
    ...findKeyShapes(text),
    ...findUserInfos(text),
    ...findNamedSecrets(text),
    ...findMailAddresses(text),
    ...findRandomTokens(text),
  ];
}

function findBehindUnseen(text: string): SecretFinding[] {
  const parts: string[] = [];
  const starts: number[] = [];
  let from = 0;
  for (const { index, 0: sign } of text.matchAll(UNSEEN)) {
    if (index > from) {
      parts.push(text.slice(from, index));
      starts.push(from);
    }
    from = index + sign.length;
  }
  if (from === 0) return [];
  parts.push(text.slice(from));
  starts.push(from);
  const placeOf = placesOf(parts, starts);
  // The last character is looked up rather than the end, which may lie behind signs that do not belong to it.
  return findShown(parts.join("")).map(({ kind, from, to }) => ({
    kind,
    from: placeOf(from),
    to: placeOf(to - 1) + 1,
  }));
}

/** Where a character of the joined parts stands in the text that they were taken from. */
function placesOf(parts: readonly string[], starts: readonly number[]): (at: number) => number {
  const joinedStarts: number[] = [];
  let length = 0;
  for (const part of parts) {
    joinedStarts.push(length);
    length += part.length;
  }
  return (at) => {
    let low = 0;
    let high = parts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((joinedStarts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return (starts[low] ?? 0) + at - (joinedStarts[low] ?? 0);
  };
}

/** Joins findings that overlap; of two that begin together, the surer one names the kind. */
function apart(text: string, findings: readonly SecretFinding[]): SecretFinding[] {
  const joined: SecretFinding[] = [];
  // Sorting keeps the order of equals.
  for (const finding of findings.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last === undefined || finding.from >= last.to) joined.push({ ...finding });
    // What follows a password in an address of a page, `@host`, is no part of a mail address.
    else if (finding.kind !== "email" || !text.startsWith("@", last.to))
      last.to = Math.max(last.to, finding.to);
  }
  return joined;
}
