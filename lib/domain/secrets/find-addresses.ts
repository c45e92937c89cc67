import { type SecretFinding, isMasked, looksChosen } from "./secret-kinds";

const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 253;
const LONGEST_USER_INFO = 300;
const DOMAIN = /^(?:[a-z\d-]+\.)+([a-z]{2,24})(?![a-z])/i;
/** Endings of files, which look like a top-level domain in `icon@2x.png`. */
const FILE_ENDING = /^(?:png|jpe?g|gif|webp|svg|ico|js|mjs|ts|css|json|map)$/i;

/** Addresses of mailboxes. Looks around each `@`, so that no text without one costs anything. */
export function findMailAddresses(text: string): SecretFinding[] {
  const found: SecretFinding[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const from = startOfLocalPart(text, at);
    const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + LONGEST_DOMAIN));
    // `https://bank.example@evil.example/` is an address of a page.
    if (text.startsWith("//", from - 2)) continue;
    if (from === at || domain === null || FILE_ENDING.test(domain[1] ?? "")) continue;
    found.push({ kind: "email", from, to: at + 1 + domain[0].length });
  }
  return found;
}

function startOfLocalPart(text: string, at: number): number {
  let from = at;
  while (from > 0 && at - from < LONGEST_LOCAL && /[\w.%+-]/.test(text.charAt(from - 1))) from--;
  return from;
}

/** Passwords in addresses of pages: `https://user:password@host/`. */
export function findUserInfos(text: string): SecretFinding[] {
  const found: SecretFinding[] = [];
  for (let at = text.indexOf("://"); at !== -1; at = text.indexOf("://", at + 3)) {
    const start = at + 3;
    const rest = text.slice(start, start + LONGEST_USER_INFO);
    const authority = rest.slice(0, endOfAuthority(rest));
    const end = authority.lastIndexOf("@");
    if (end < 1) continue;
    const colon = authority.indexOf(":");
    const from = colon === -1 || colon > end ? 0 : colon + 1;
    const value = authority.slice(from, end);
    // A user without a password is a name, or leads astray: `https://bank.example@evil.example/`.
    const isSecret = from > 0 || (looksChosen(value) && !value.includes("."));
    if (value === "" || !isSecret || isMasked(value)) continue;
    found.push({ kind: "password", from: start + from, to: start + end });
  }
  return found;
}

function endOfAuthority(rest: string): number {
  const end = rest.search(/[/?#\s"'<>\\]/);
  return end === -1 ? rest.length : end;
}
