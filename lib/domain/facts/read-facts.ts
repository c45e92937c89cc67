import { readOutputJson } from "@/lib/domain/text/output-json";
import type { JsonNode } from "@/lib/domain/text/json-tree";
import { beginningOf } from "@/lib/domain/text/truncate";
import type { Fact, FactToken } from "./fact";
import { readDates } from "./read-dates";
import { readNumbers, withPlainDigits } from "./read-numbers";
import { readWords } from "./read-words";

/** As much of a text is read, in UTF-16 units. */
const READ = 32 * 1024;
const MOST = 40;
const MOST_LEAVES = 400;
/** A text of a JSON document that is no longer is a fact as a whole. */
const LONGEST_LEAF = 80;
const MARKER = /^[ \t]{0,8}\d{1,3}[.)][ \t]/gm;
/** Of two that overlap, the one whose kind stands first says more. */
const RANK = ["link", "mail", "date", "price", "quote", "name", "number"] as const;

/** What an answer states that can be looked for: numbers, prices, dates, links, names; each once, at most forty. */
export function factsOf(output: string): Fact[] {
  const text = beginningOf(output, READ);
  const json = readOutputJson(text);
  if (json === null) return distinct(tokensOf(text));
  const leaves = leavesOf(json.tree).slice(0, MOST_LEAVES);
  return distinct([json.before, ...leaves, json.after].flatMap(factsOfLeaf));
}

/** What a prompt asks for by number, date, link or name. */
export function demandsOf(prompt: string): Fact[] {
  return distinct(tokensOf(beginningOf(prompt, READ)));
}

function tokensOf(given: string): Fact[] {
  // The number of an item of a list is none of its facts.
  const text = withPlainDigits(given).replace(MARKER, (marker) => " ".repeat(marker.length));
  const all = [...readWords(text), ...readDates(text), ...readNumbers(text)];
  const kept: FactToken[] = [];
  const taken = new Uint8Array(text.length);
  for (const kind of RANK) {
    for (const token of all) {
      if (token.kind !== kind || isTaken(taken, token)) continue;
      taken.fill(1, token.from, token.to);
      // As it was written, in its own digits.
      kept.push({ ...token, text: given.slice(token.from, token.to) });
    }
  }
  return kept.sort((a, b) => a.from - b.from).filter(isTelling);
}

function isTaken(taken: Uint8Array, { from, to }: FactToken): boolean {
  return taken.subarray(from, to).includes(1);
}

/** A single digit stands everywhere. */
function isTelling({ kind, text }: Fact): boolean {
  return kind !== "number" || !/^\d$/.test(text);
}

function factsOfLeaf(leaf: string): Fact[] {
  const found = tokensOf(leaf);
  const words = leaf.trim();
  const isWhole = words.length > 1 && words.length <= LONGEST_LEAF && !words.includes("\n");
  if (found.length > 0 || !isWhole || !/\p{L}/u.test(words)) return found;
  return [{ kind: "quote", text: words, keys: [words] }];
}

function leavesOf(node: JsonNode): string[] {
  switch (node.kind) {
    case "object":
      return node.entries.flatMap(([, value]) => leavesOf(value));
    case "list":
      return node.items.flatMap(leavesOf);
    case "string":
      return [node.value];
    case "literal":
      return /^-?\d/.test(node.text) ? [node.text] : [];
  }
}

function distinct(facts: readonly Fact[]): Fact[] {
  const known = new Set<string>();
  const first = facts.filter(({ keys }) => {
    const key = keys.join("\n");
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  return first.slice(0, MOST).map(({ kind, text, keys }) => ({ kind, text, keys }));
}
