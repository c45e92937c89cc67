/** What a secret looks like: a key of a service, a signed token, a key file, a password, an address, or mere chance. */
export type SecretKind = "key" | "jwt" | "private-key" | "password" | "email" | "token";

/** A secret in a text, in UTF-16 units: from `from` up to and without `to`. */
export type SecretFinding = { kind: SecretKind; from: number; to: number };

/** True for what masking left, alone or among other signs: it is no secret any more. */
export function isMasked(value: string): boolean {
  return value.includes("•••");
}

/** True for what somebody made up rather than took from a dictionary: `hunter2`, `S3cret!`, `aBcDe`. */
export function looksChosen(value: string): boolean {
  return value.length >= 4 && (/\d|[!#$%^*+=~@]/.test(value) || /[a-z][A-Z]/.test(value));
}
