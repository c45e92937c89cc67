/** What a secret looks like: a key of a service, a signed token, a key file, a password, an address, or mere chance. */
export type SecretKind = "key" | "jwt" | "private-key" | "password" | "email" | "token";

/** A secret in a text, in UTF-16 units: from `from` up to and without `to`. */
export type SecretFinding = { kind: SecretKind; from: number; to: number };
