import { readJsonTree, type JsonNode } from "./json-tree";

/** An output whose main part is JSON: an object or a list, and the words before and after it. */
export type OutputJson = { tree: JsonNode; before: string; after: string };

const DEEPEST = 100;
/** JSON text that is itself a text in JSON: more often than twice nobody does it. */
const MOST_WRAPPINGS = 2;

/**
 * Finds the JSON in an output: all of it, also when it was encoded twice, or a part between fences of Markdown. `null`
 * where there is none, or more than one part. Linear in the length of the text.
 */
export function readOutputJson(text: string): OutputJson | null {
  const whole = readStructure(text);
  if (whole !== null) return { tree: whole, before: "", after: "" };
  return readFenced(text);
}

function readStructure(text: string): JsonNode | null {
  let inner = text.trim();
  for (let wrapping = 0; wrapping <= MOST_WRAPPINGS; wrapping += 1) {
    if (!/^[[{"]/.test(inner)) return null;
    const tree = readJsonTree(inner, DEEPEST);
    if (tree?.kind !== "string") return tree;
    inner = tree.value.trim();
  }
  return null;
}

function readFenced(text: string): OutputJson | null {
  const fences = fencesOf(text);
  const [open, close] = fences;
  if (open === undefined || close === undefined || fences.length !== 2) return null;
  if (!/^(?:json[5c]?|javascript|js)?$/i.test(open.word) || close.word !== "") return null;
  const tree = readStructure(text.slice(open.end, close.start));
  if (tree === null) return null;
  return { tree, before: text.slice(0, open.start).trim(), after: text.slice(close.end).trim() };
}

type Fence = { start: number; end: number; word: string };

/** The lines that begin with three backticks, at most three of them: more than two is more than one part. */
function fencesOf(text: string): Fence[] {
  const fences: Fence[] = [];
  let at = text.indexOf("```");
  while (at !== -1 && fences.length < 3) {
    const lineStart = text.lastIndexOf("\n", at) + 1;
    const lineEnd = text.indexOf("\n", at);
    const end = lineEnd === -1 ? text.length : lineEnd;
    const isAlone = at - lineStart <= 3 && text.slice(lineStart, at).trim() === "";
    if (isAlone) fences.push({ start: lineStart, end, word: text.slice(at + 3, end).trim() });
    at = text.indexOf("```", end);
  }
  return fences;
}
