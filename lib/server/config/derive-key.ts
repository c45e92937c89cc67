import "server-only";
import { createHash, hkdfSync } from "node:crypto";

/** What a key is for: a token made with the key of one purpose is worth nothing for the other. */
export type KeyPurpose = "session" | "share";

/** One signing key: 32 bytes, and a name that tokens carry, which says nothing about it. */
export type SigningKey = { id: string; secret: Uint8Array };

/** The keys of a process for each purpose: the first one signs, all of them verify. */
export type SigningKeys = Readonly<Record<KeyPurpose, readonly SigningKey[]>>;

/** Derives all keys from secrets, in their order. */
export function deriveAllKeys(secrets: readonly string[]): SigningKeys {
  return { session: deriveKeys(secrets, "session"), share: deriveKeys(secrets, "share") };
}

/** Derives the keys of one purpose from the secrets of the configuration (HKDF-SHA-256, RFC 5869), in their order. */
export function deriveKeys(secrets: readonly string[], purpose: KeyPurpose): readonly SigningKey[] {
  return secrets.map((secret) => {
    const derived = new Uint8Array(
      hkdfSync("sha256", secret, "sightglass", `sightglass/${purpose}/v1`, 32),
    );
    const id = createHash("sha256").update(derived).digest("base64url").slice(0, 8);
    return { id, secret: derived };
  });
}
