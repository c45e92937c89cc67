import type { JsonObject, JsonValue } from "@/lib/domain/text/json";
import { exactValue, readJsonTree, type JsonNode } from "@/lib/domain/text/json-tree";
import { truncate } from "@/lib/domain/text/truncate";
import { replaceLoneSurrogates, replaceLoneSurrogatesIn } from "@/lib/domain/text/lone-surrogates";

/** The element that an action was done to: where it lay on the page, in pixels, and what it was called. */
type ActionElement = {
  bounds: { x: number; y: number; width: number; height: number } | null;
  name: string;
};

/** One thing the agent did in a step: readable where its text parses, the raw text where it does not. */
export type Action =
  | {
      name: string;
      /** A value that a number of JavaScript, or an object, cannot hold as it was written stands as its text. */
      params: JsonObject;
      element?: ActionElement;
      /** What came of it, in the words of the agent's own tools. */
      result?: string;
      /** Why it failed, in the same words. */
      error?: string;
      /** What it was for, in the agent's words. */
      title?: string;
    }
  | { raw: string };

/** Anything nested deeper is not an action, and would exhaust the stack of whoever looks into it. */
const DEEPEST = 32;
const LONGEST_NOTE = 2000;
const HALF_ESCAPED = /\\ud[89a-f]/i;
const NAME_KEYS = ["action", "name", "type"] as const;
/** What newer agents write beside an action about it. */
const BESIDE: ReadonlySet<string> = new Set([
  "interacted_element",
  "interactedelement",
  "element",
  "result",
  "results",
  "error",
  "metadata",
  "state",
  "status",
  "duration",
  "timestamp",
  "thought",
  "description",
]);

/**
 * Reads one action from its upstream text, e.g. `{"click_element_by_index":{"index":12}}`; what stands beside it is told
 * of it. Anything that is not an object with one recognisable action stays raw.
 */
export function parseAction(text: string): Action {
  const tree = readJsonTree(text, DEEPEST);
  if (tree?.kind !== "object") return { raw: text };
  const given = tree.entries.filter(([, part]) => part.text !== "null");
  const isNamed = NAME_KEYS.some((key) => given.some(([name]) => name === key));
  const own = isNamed ? given : given.filter(([key]) => !BESIDE.has(key.toLowerCase()));
  const [first] = own;
  const about = isNamed ? {} : notes(given);
  if (first !== undefined && own.length === 1 && !isNameAlone(first)) {
    return whole(text, { name: first[0], params: toParams(first[1]), ...about });
  }
  for (const key of NAME_KEYS) {
    const name = given.find(([other]) => other === key)?.[1];
    if (name?.kind !== "string" || name.value === "") continue;
    const rest = given.filter(([other]) => other !== key);
    const params = Object.fromEntries(rest.map(([other, part]) => [other, exactValue(part)]));
    return whole(text, { name: name.value, params });
  }
  // `{"go_back": null}`: an action without parameters.
  const names = tree.entries.map(([key]) => key).filter((key) => !BESIDE.has(key.toLowerCase()));
  if (own.length === 0 && names.length === 1 && names[0]) {
    return whole(text, { name: names[0], params: {}, ...about });
  }
  return { raw: text };
}

/** Reads the JSON text of an action's parameters, each value as it was written; `null` where it is no JSON, or too deep. */
export function readParams(text: string): JsonObject | null {
  const tree = readJsonTree(text, DEEPEST);
  return tree === null ? null : replaceLoneSurrogatesIn(toParams(tree));
}

function isNameAlone([key, part]: readonly [string, JsonNode]): boolean {
  return part.kind === "string" && NAME_KEYS.some((name) => name === key);
}

function toParams(node: JsonNode): JsonObject {
  const value = exactValue(node);
  if (isObject(value)) return value;
  if (
    node.kind !== "object" ||
    new Set(node.entries.map(([key]) => key)).size < node.entries.length
  )
    return { value };
  const entries = node.entries.map(([key, part]): [string, JsonValue] => [key, exactValue(part)]);
  const params = Object.fromEntries(entries);
  // Keys that look like numbers come first in an object, wherever they stood.
  return Object.keys(params).every((key, index) => key === entries[index]?.[0])
    ? params
    : { value };
}

/** What is written beside an action: its result, and the element it was done to. */
function notes(entries: readonly (readonly [string, JsonNode])[]) {
  const of = (name: string) => entries.find(([key]) => key === name)?.[1];
  const result = of("result");
  const element = readElement(of("interacted_element"));
  return {
    ...(element === null ? {} : { element }),
    ...(result?.kind === "string" && result.value.trim() !== ""
      ? { result: truncate(replaceLoneSurrogates(result.value), LONGEST_NOTE) }
      : {}),
  };
}

function readElement(node: JsonNode | undefined): ActionElement | null {
  if (node?.kind !== "object") return null;
  const of = (name: string) => node.entries.find(([key]) => key === name)?.[1];
  const names = ["ax_name", "node_name"].map(of).find((part) => part?.kind === "string");
  const name = names?.kind === "string" ? replaceLoneSurrogates(names.value) : "";
  const bounds = readBounds(of("bounds"));
  return bounds === null && name === "" ? null : { bounds, name: truncate(name, 200) };
}

/** Bounds as an object, or as the text `DOMRect(x=684.5, y=162.0, width=316.0, height=24.0)`. */
function readBounds(node: JsonNode | undefined): ActionElement["bounds"] {
  if (node === undefined || node.text.length > 400) return null;
  const number = (name: string) => {
    const found = new RegExp(`\\b${name}"?\\s*[=:]\\s*(-?\\d+(?:\\.\\d+)?)`).exec(node.text);
    return Number(found?.[1] ?? Number.NaN);
  };
  const bounds = {
    x: number("x"),
    y: number("y"),
    width: number("width"),
    height: number("height"),
  };
  return Object.values(bounds).every(Number.isFinite) ? bounds : null;
}

/** Halves of characters come in escaped only. */
function whole(text: string, action: Extract<Action, { name: string }>): Action {
  if (!HALF_ESCAPED.test(text)) return action;
  return {
    ...action,
    name: replaceLoneSurrogates(action.name),
    params: replaceLoneSurrogatesIn(action.params),
  };
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
