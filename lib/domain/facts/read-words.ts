import type { FactKind, FactToken } from "./fact";

const LINK = /\bhttps?:\/\/[^\s<>"'`|\\^{}]{1,2000}/gi;
const MAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
const QUOTE =
  /“([^“”\n]{2,80})”|„([^„“”\n]{2,80})[“”]|«\s?([^«»\n]{2,80}?)\s?»|「([^「」\n]{1,80})」|『([^『』\n]{1,80})』|(?<![\p{L}\d])"([^"\n]{2,80})"(?![\p{L}\d])|\*\*([^*\n]{2,80})\*\*|`([^`\n]{2,80})`/gu;
/** Two to five words with capitals, such as `Tarn Mid`, and names with a number in them, such as `XR-200`. */
const NAME =
  /(?<![\p{L}\p{N}_])(?:\p{Lu}[\p{L}\p{M}\p{N}'’&-]{0,30}(?:[ \u00a0](?:\p{Lu}[\p{L}\p{M}\p{N}'’&-]{0,30}|\d{1,4}(?![\p{L}\d]|[.,:]\d))){1,4}|\p{Lu}{1,8}[\p{L}]{0,8}-?\d[\p{L}\d-]{0,16})(?![\p{L}\p{N}_])/gu;
/** What begins a sentence rather than a name. */
const OPENER =
  /^(?:The|A|An|I|In|On|At|For|It|Its|This|That|These|There|He|She|We|You|They|And|But|Or|If|As|To|From|Of|With|By|Go|See|Open|Find|Get|Buy|Click|Search|Der|Die|Das|Ein|Eine|Im|Am|Es|Le|La|Les|Un|Une|Des|El|Los|Las|Una|Il|Lo|Gli)[ \u00a0]+/u;

const CODE = /(?<![^ \u00a0])\p{Lu}[\p{L}]*-?\d[\p{L}\d-]*$/u;

/** Links, mail addresses, quoted words and plain names of a text, in order of the kinds. */
export function readWords(text: string): FactToken[] {
  return [
    ...Array.from(text.matchAll(LINK), ({ 0: link, index }) =>
      token("link", trimLink(link), index, linkKey(trimLink(link))),
    ),
    ...Array.from(text.matchAll(MAIL), ({ 0: mail, index }) => token("mail", mail, index, mail)),
    ...Array.from(text.matchAll(QUOTE), quoteToken),
    ...Array.from(text.matchAll(NAME), nameToken),
  ].flatMap((one) => one ?? []);
}

function token(kind: FactKind, text: string, from: number, key: string): FactToken {
  return { kind, text, keys: [key], from, to: from + text.length };
}

function quoteToken(match: RegExpExecArray): FactToken | null {
  // The groups of the other marks are not there, whatever their type says.
  const inner = match.slice(1).find(Boolean) ?? "";
  const words = inner.trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return null;
  const from = match.index + match[0].indexOf(words);
  return token("quote", words, from, words);
}

function nameToken(match: RegExpExecArray): FactToken | null {
  // `Order XR-4711` is the name of XR-4711, wherever it is called something else.
  const from = CODE.exec(match[0])?.index ?? OPENER.exec(match[0])?.[0].length ?? 0;
  const name = match[0].slice(from);
  const isPlain = /[ \u00a0]/.test(name) || /\d/.test(name);
  return isPlain ? token("name", name, match.index + from, name) : null;
}

/** Without what ends the sentence or the bracket that it stands in. */
function trimLink(link: string): string {
  let end = link.length;
  let open = 0;
  for (const sign of link) open += sign === "(" ? 1 : sign === ")" ? -1 : 0;
  for (; end > 0; end--) {
    const last = link.charAt(end - 1);
    if (last === ")" && open < 0) open++;
    else if (!".,;:!?]*_".includes(last)) break;
  }
  return link.slice(0, end);
}

/** A link without what does not change where it leads. */
function linkKey(link: string): string {
  return link
    .replace(/^https?:\/\/(?:www\.)?/i, "")
    .replace(/#.*$/, "")
    .replace(/\/$/, "");
}
