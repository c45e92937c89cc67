import { findSecrets } from "./find-secrets";
import type { SecretFinding, SecretKind } from "./secret-kinds";
import { beginningOf } from "@/lib/domain/text/truncate";

/** How many first characters may stay: as many as tell one secret from another, and tell nothing of it. */
const KEPT: Record<SecretKind, number> = {
  key: 4,
  jwt: 4,
  "private-key": 0,
  password: 1,
  email: 1,
  token: 2,
};
const LONG_ENOUGH_TO_KEEP = 8;
const MOST_PASSES = 5;

/** What is shown of a secret: its first characters, and three, six or nine dots for short, medium or long. */
export function maskSecret(secret: string, kind: SecretKind): string {
  const kept = secret.length < LONG_ENOUGH_TO_KEEP ? 0 : KEPT[kind];
  const dots = secret.length < 12 ? 3 : secret.length < 40 ? 6 : 9;
  return beginningOf(secret, kept) + "•".repeat(dots);
}

/** A text with every secret in it masked. What is masked already stays as it is. */
export function maskText(text: string): string {
  let masked = text;
  // A secret may stand right after another, and be told from it only when that is masked.
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const findings = findSecrets(masked);
    if (findings.length === 0) break;
    masked = maskFindings(masked, findings);
  }
  return masked;
}

/** A text with these findings in it masked; they are in order and apart. */
export function maskFindings(text: string, findings: readonly SecretFinding[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { kind, from, to } of findings) {
    parts.push(text.slice(done, from), maskSecret(text.slice(from, to), kind));
    done = to;
  }
  return [...parts, text.slice(done)].join("");
}
