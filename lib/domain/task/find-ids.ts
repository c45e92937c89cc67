/** An id in a text, with the place where it stands and how likely it is a task's: 0 is said to be one, 3 something else. */
export type FoundId = { id: string; at: number; claim: 0 | 1 | 2 | 3; step: number | null };

/** Hyphens and dashes that word processors make of `-`, and what is not seen. */
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** A soft line end of quoted-printable, or a shell's continued line. */
const CONTINUED = /(?:=|\\)\r?\n/g;
/** Piece by piece and without marks, which no id has: in an odd order they take the square of their number. */
const FOREIGN = /[^\0-\x7f\p{M}]{1,256}/gu;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
/** A line end, maybe with a quotation mark behind it, where a mail may have wrapped an id. */
const WRAPPED = /(?<=[0-9a-f-])[ \t]{0,8}\r?\n[> \t]{0,8}(?=[0-9a-f-])/gi;
const BARE_HEX = /[0-9a-f]{32}/gi;
/** As much of the text before an id as can say whose it is. */
const BEFORE = 60;

/** Finds every id in a text. Linear in its length. */
export function foundIds(given: string): FoundId[] {
  const text = straighten(given);
  const found = idsIn(text);
  if (found.length > 0) return found;
  return idsIn(unwrapped(text));
}

function straighten(given: string): string {
  const plain = given
    .replace(DASHES, "-")
    .replace(UNSEEN, "")
    .replace(CONTINUED, "")
    .replace(FOREIGN, (part) => part.normalize("NFKC"));
  return decoded(decoded(plain)).replace(/=3D/gi, "=");
}

/** Percent-encoded text, as far as it is well-formed. */
function decoded(text: string): string {
  return text.includes("%")
    ? text.replace(/(?:%[0-9a-f]{2})+/gi, (part) => {
        try {
          return decodeURIComponent(part);
        } catch {
          return part;
        }
      })
    : text;
}

function unwrapped(text: string): string {
  return text.replace(WRAPPED, "");
}

function idsIn(text: string): FoundId[] {
  const dashed = [...text.matchAll(UUID)].filter((match) => standsAlone(text, match));
  const all = dashed.map((match) => toFound(text, match, match[0]));
  for (const match of text.matchAll(BARE_HEX)) {
    if (!standsAlone(text, match)) continue;
    const found = toFound(text, match, withDashes(match[0]));
    // So many digits can be a trace or a hash: what is alone, or is said to be a task's, is none.
    if (isAlone(text, match) || found.claim === 0) all.push(found);
  }
  return all.sort((a, b) => a.at - b.at);
}

function toFound(text: string, match: RegExpExecArray, id: string): FoundId {
  const before = text.slice(Math.max(0, match.index - BEFORE), match.index).toLowerCase();
  const at = match.index;
  return { id: id.toLowerCase(), at, claim: claimOf(before), step: stepAfter(text, match) };
}

/** Whose id it is, by the words or the key right before it. */
function claimOf(before: string): FoundId["claim"] {
  const name =
    /([a-z][a-z_ -]{0,24}[a-z]|[a-z])["'`*]{0,3}\s{0,4}[:=(/#]{0,3}\s{0,4}(?:uuid\(|urn:uuid:)?["'`*({[<]{0,3}$/.exec(
      before,
    )?.[1];
  if (name === undefined) return 2;
  const words = name.split(/[\s_-]+/);
  const key = words.join("");
  if (/task(?:s|id|ids|uuid)?$/.test(key) || /\btasks?\b/.test(words.slice(-3).join(" "))) {
    return /(?:session|project|profile|user|request|trace|file|browser|workspace)/.test(
      words.slice(-2).join(" "),
    )
      ? 3
      : 0;
  }
  if (key === "id" || key === "uuid") return 1;
  return /(?:session|project|profile|user|account|request|trace|span|correlation|file|browser|workspace|organi[sz]ation|agent ?session|schedule|skill|thread|cf-?ray|etag|message|event|step)s?(?: ?(?:id|ids|uuid))?$/.test(
    words.join(" "),
  ) ||
    /(?:session|project|profile|user|request|trace|span|file|browser|workspace|org|thread)(?:id|uuid)s?$/.test(
      key,
    )
    ? 3
    : 2;
}

function standsAlone(text: string, match: RegExpExecArray): boolean {
  const before = text[match.index - 1] ?? " ";
  const after = text[match.index + match[0].length] ?? " ";
  return !/[0-9a-z]/i.test(before) && !/[0-9a-z]/i.test(after);
}

/** Nothing but white space, brackets and quotation marks around it. */
function isAlone(text: string, match: RegExpExecArray): boolean {
  const around = `${text.slice(0, match.index)}${text.slice(match.index + match[0].length)}`;
  return around.length < 200 && /^[\s{}()[\]<>"'`.,;]*$/.test(around);
}

function withDashes(hex: string): string {
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

function stepAfter(text: string, match: RegExpExecArray): number | null {
  const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 200);
  const step = /^\/?[?&](?:[^\s#]{0,150}&)?step=(\d{1,6})\b/.exec(rest)?.[1];
  return step === undefined ? null : Number(step);
}
