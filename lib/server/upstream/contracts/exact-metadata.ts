import "server-only";
import { endOfString } from "@/lib/domain/text/json-depth";
import { exactValue, readJsonTree } from "@/lib/domain/text/json-tree";

const NAME = '"metadata"';
const LONGEST = 64 * 1024;
const DEEPEST = 64;
/** How many of that name are looked at: steps and sessions may carry some, too. */
const MOST = 8;

/**
 * The metadata of a task as its answer spells it: ids of many digits and amounts such as `19.90`, which JSON.parse
 * changes, stand as their texts. `parsed` tells which of several of that name is meant, and is what is left where none
 * can be read.
 */
export function exactMetadata(answer: string, parsed: unknown): unknown {
  const wanted = JSON.stringify(parsed ?? null);
  // Most tasks have none: their answers, of megabytes at times, are not searched at every poll.
  if (!wanted.startsWith('{"')) return parsed;
  let at = answer.indexOf(NAME);
  for (let seen = 0; at !== -1 && seen < MOST; seen += 1) {
    const object = objectAfter(answer, at + NAME.length);
    const tree = object === null ? null : readJsonTree(object, DEEPEST);
    if (tree?.kind === "object" && JSON.stringify(JSON.parse(tree.text)) === wanted)
      return Object.fromEntries(tree.entries.map(([key, node]) => [key, exactValue(node)]));
    at = answer.indexOf(NAME, at + NAME.length);
  }
  return parsed;
}

/** The object that stands behind a key; `null` where something else does, or it is very long. */
function objectAfter(text: string, from: number): string | null {
  const start = /^\s*:\s*(?=\{)/.exec(text.slice(from, from + 100))?.[0].length;
  if (start === undefined) return null;
  const begin = from + start;
  const end = Math.min(text.length, begin + LONGEST);
  let depth = 0;
  for (let at = begin; at < end; at += 1) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at);
    else if (sign === "{") depth += 1;
    else if (sign === "}") depth -= 1;
    if (depth === 0) return text.slice(begin, at + 1);
  }
  return null;
}
