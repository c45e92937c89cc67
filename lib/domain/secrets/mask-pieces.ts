import { graphemeStart } from "@/lib/domain/text/grapheme-edges";
import { findSecrets } from "./find-secrets";
import { maskText } from "./mask-text";

const BEGIN = "-----BEGIN ";
const END = "-----END ";
/** A name of a secret and what joins it to its value are shorter than this, in UTF-16 units. */
const LONGEST_NAME = 64;
/** So long a text is masked within a few milliseconds, in UTF-16 units. */
const PIECE = 64 * 1024;
/** A place where nothing secret stands is looked for in so much text before and behind. */
const AROUND = 4 * 1024;

/**
 * A text with every secret in it masked, piece by piece, so that whoever masks a long one can let others on in
 * between. No piece ends inside a secret, nor between one and its name.
 */
export function* maskPieces(text: string, piece = PIECE): Generator<string, void> {
  for (let from = 0; from < text.length;) {
    const at = from + piece;
    const isLast = at + AROUND >= text.length;
    const to = isLast ? text.length : endOfPiece(text, at);
    const part = text.slice(from, to);
    yield maskText(part);
    // Of a key file that goes on, what came is masked to its end, and the rest of it is nothing more.
    from = isLast ? to : endOfKeyFile(text, part, to);
  }
}

/** Where to cut near `at`: where no secret stands, or right behind one, which is before the name of the next. */
function endOfPiece(text: string, at: number): number {
  const start = Math.max(0, at - AROUND);
  const found = findSecrets(text.slice(start, at + AROUND));
  const across = found.find(({ from, to }) => start + from <= at + LONGEST_NAME && start + to > at);
  return across === undefined ? graphemeStart(text, at) : start + across.to;
}

/** How far a key file goes that a part of the text begins and does not end; `to` where it does neither. */
function endOfKeyFile(text: string, part: string, to: number): number {
  const begin = part.lastIndexOf(BEGIN);
  if (
    begin === -1 ||
    part.includes(END, begin) ||
    !part.slice(begin, begin + 80).includes("PRIVATE KEY")
  )
    return to;
  const end = text.indexOf(END, to);
  const close = end === -1 ? -1 : text.indexOf("-----", end + END.length);
  return close === -1 ? text.length : close + 5;
}
