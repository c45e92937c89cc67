import { endOfString } from "./json-depth";

/*
 * Where things stand in JSON text, without reading them. Of a text that is JSON all that is said here is true; of any
 * other text something is said, too, and whoever uses it has to read the parts.
 */

/** Where the next sign that is no white space of JSON stands, from `at` on. */
export function skipSpace(text: string, at: number): number {
  for (let next = at; ; next += 1) {
    const code = text.charCodeAt(next);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return next;
  }
}

/** Where the value that begins at `start` has ended: the place after its last sign. */
export function endOfValue(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return Math.min(endOfString(text, start) + 1, text.length);
  if (first !== "{" && first !== "[") return endOfLiteral(text, start);
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      at = endOfString(text, at);
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1;
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

const LITERAL = /[\w.+-]*/y;

/** A number, `true`, `false` or `null`. */
function endOfLiteral(text: string, start: number): number {
  LITERAL.lastIndex = start;
  return start + (LITERAL.exec(text)?.[0].length ?? 0);
}

/**
 * Walks over the members of the object that begins at `start`. `endOfMember` gets each key as it is spelt, quotes
 * included, and where its value begins; it says where that has ended, or `null` to stop. Gives the place after the
 * object; `null` where the walk was stopped, or this is no object.
 */
export function walkMembers(
  text: string,
  start: number,
  endOfMember: (key: string, at: number) => number | null,
): number | null {
  if (text[start] !== "{") return null;
  let at = skipSpace(text, start + 1);
  if (text[at] === "}") return at + 1;
  for (;;) {
    if (text[at] !== '"') return null;
    const keyEnd = endOfString(text, at) + 1;
    const key = text.slice(at, keyEnd);
    const colon = skipSpace(text, keyEnd);
    if (text[colon] !== ":") return null;
    const end = endOfMember(key, skipSpace(text, colon + 1));
    if (end === null) return null;
    at = skipSpace(text, end);
    if (text[at] === "}") return at + 1;
    if (text[at] !== ",") return null;
    at = skipSpace(text, at + 1);
  }
}

/**
 * Walks over the items of the list that begins at `start`. `endOfItem` gets where each begins and its index; it says
 * where that has ended, or `null` to stop. Gives the place after the list; `null` as above.
 */
export function walkItems(
  text: string,
  start: number,
  endOfItem: (at: number, index: number) => number | null,
): number | null {
  if (text[start] !== "[") return null;
  let at = skipSpace(text, start + 1);
  if (text[at] === "]") return at + 1;
  for (let index = 0; ; index += 1) {
    const end = endOfItem(at, index);
    if (end === null) return null;
    at = skipSpace(text, end);
    if (text[at] === "]") return at + 1;
    if (text[at] !== ",") return null;
    at = skipSpace(text, at + 1);
  }
}
