import { findMailAddresses, findUserInfos } from "./find-addresses";
import { findKeyShapes } from "./find-key-shapes";
import { findNamedSecrets } from "./find-named-secrets";
import { findRandomTokens } from "./find-random-tokens";
import type { SecretFinding } from "./secret-kinds";

const SHORTEST = 5;

/**
 * Finds what looks like a secret in a text, in order and apart from one another: keys of well-known services,
 * signed tokens, private keys, values under names such as `password`, passwords in addresses, mail addresses, and
 * long runs of mere chance. It guesses: what has no shape and no name, it cannot know. Time grows with the length
 * of the text alone.
 */
export function findSecrets(text: string): SecretFinding[] {
  if (text.length < SHORTEST) return [];
  return apart(text, [
    ...findKeyShapes(text),
    ...findUserInfos(text),
    ...findNamedSecrets(text),
    ...findMailAddresses(text),
    ...findRandomTokens(text),
  ]);
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
