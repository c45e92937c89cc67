import { graphemeStart } from "@/lib/domain/text/grapheme-edges";
import { findSecrets } from "./find-secrets";
import { maskFindings, maskText } from "./mask-text";
import type { SecretFinding, SecretKind } from "./secret-kinds";

/** So long a text is masked within a few milliseconds, in UTF-16 units. */
const PIECE = 64 * 1024;
/** What begins before a cut is seen when so much behind it is searched, too. */
const BEHIND = 4 * 1024;
/** A secret that goes on for longer is not searched for its end. */
const LONGEST = 1024 * 1024;
/** A name of a secret and what joins it to its value are shorter than this, in UTF-16 units. */
const LONGEST_NAME = 64;
/** Where a value ends at the latest, whether it is quoted or not. */
const END_OF_VALUE = /["'`“”\n]/g;
const END_OF_KEY_FILE = /-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;

/**
 * A text with every secret in it masked, piece by piece, so that whoever masks a long one can let others on in
 * between. No piece ends inside a secret, nor between one and its name. Of a secret longer than `longest` all is left
 * out that may belong to it.
 */
export function* maskPieces(
  text: string,
  piece = PIECE,
  longest = LONGEST,
): Generator<string, void> {
  for (let from = 0; from < text.length;) {
    const { to, next, found } = endOfPiece(text, from, piece, longest);
    // By what was found before it was cut: behind a cut may stand what makes a text a secret, such as an @.
    const within = found.filter((finding) => finding.to <= to - from);
    yield maskText(maskFindings(text.slice(from, to), within));
    from = next;
  }
}

/** Where a piece that begins at `from` ends, and where the next one begins. */
function endOfPiece(
  text: string,
  from: number,
  piece: number,
  longest: number,
): { to: number; next: number; found: readonly SecretFinding[] } {
  for (let length = piece; ; length *= 2) {
    const at = graphemeStart(text, from + length);
    const end = at + BEHIND;
    if (end >= text.length) return { to: text.length, next: text.length, found: [] };
    // From a place where no secret stands, so that each is found with its name.
    const found = findSecrets(text.slice(from, end));
    const across = found.find(
      (finding) => from + finding.from <= at + LONGEST_NAME && from + finding.to > at,
    );
    if (across === undefined) return { to: at, next: at, found };
    const to = from + across.to;
    // One that reaches the end of what was searched may go on behind it.
    if (to < end) return { to, next: to, found };
    if (length >= longest) return { to: end, next: endOfSecret(text, end, across.kind), found };
  }
}

function endOfSecret(text: string, from: number, kind: SecretKind): number {
  const pattern = kind === "private-key" ? END_OF_KEY_FILE : END_OF_VALUE;
  pattern.lastIndex = from;
  const end = pattern.exec(text);
  if (end === null) return text.length;
  return kind === "private-key" ? pattern.lastIndex : end.index;
}
