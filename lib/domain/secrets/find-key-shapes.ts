import type { SecretFinding, SecretKind } from "./secret-kinds";

/*
 * Keys that say what they are by how they begin. Each expression is tried where a run of its characters begins and
 * nowhere inside it, and has no repetition within another: time grows with the length of the text alone.
 */

const KEYS = new RegExp(
  `(?<![\\w-])(?:${[
    "sk-[\\w-]{16,}",
    "[sr]k_(?:live|test)_\\w{10,}",
    "whsec_\\w{16,}",
    "bu_\\w{12,}",
    "gh[opsur]_\\w{20,}",
    "github_pat_\\w{20,}",
    "gl(?:pat|dt|rt|soat)-[\\w-]{16,}",
    "xox[abeoprs]-[\\w-]{10,}",
    "xapp-[\\w-]{10,}",
    "(?:AKIA|ASIA|AROA|AIDA)[A-Z\\d]{12,}",
    "AIza[\\w-]{30,}",
    "ya29\\.[\\w-]{16,}",
    "npm_[A-Za-z\\d]{30,}",
    "pypi-[\\w-]{30,}",
    "hf_[A-Za-z\\d]{20,}",
    "SG\\.[\\w-]{16,}\\.[\\w-]{16,}",
    "shp(?:at|ca|pa|ss)_[A-Fa-f\\d]{20,}",
    "do[opr]_v1_[a-f\\d]{32,}",
    "AC[a-f\\d]{32}",
  ].join("|")})`,
  "g",
);
const JWTS = /(?<![\w-])eyJ[\w-]{5,}\.eyJ[\w-]{5,}\.[\w-]*/g;
const KEY_FILE_BEGIN = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const KEY_FILE_END = /-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;

/** Keys of well-known services, signed tokens and private-key files. */
export function findKeyShapes(text: string): SecretFinding[] {
  return [...findKeyFiles(text), ...matches(text, JWTS, "jwt"), ...matches(text, KEYS, "key")];
}

function matches(text: string, pattern: RegExp, kind: SecretKind): SecretFinding[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    kind,
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** A key file goes to its last line; one that was cut off goes to the end of the text. */
function findKeyFiles(text: string): SecretFinding[] {
  const found: SecretFinding[] = [];
  for (const begin of text.matchAll(KEY_FILE_BEGIN)) {
    if (begin.index < (found.at(-1)?.to ?? 0)) continue;
    KEY_FILE_END.lastIndex = begin.index;
    const end = KEY_FILE_END.exec(text);
    const to = end === null ? text.length : end.index + end[0].length;
    found.push({ kind: "private-key", from: begin.index, to });
  }
  return found;
}
