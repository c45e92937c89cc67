import type { JsonObject, JsonValue } from "./json";
import { isDeeperThan } from "./json-depth";
import { wholeCharactersIn } from "./whole-characters";

/** One thing the agent did in a step: readable where its text parses, the raw text where it does not. */
export type Action = { name: string; params: JsonObject } | { raw: string };

/** What nests deeper is no action, and would exhaust the stack of whoever looks into it. */
const DEEPEST = 32;
const HALF_ESCAPED = /\\ud[89a-f]/i;
const NAME_KEYS = ["action", "name", "type"] as const;

/**
 * Reads one action from its upstream text, e.g. `{"click_element_by_index":{"index":12}}`.
 * Anything that is not an object with one recognisable action stays raw.
 */
export function parseAction(text: string): Action {
  const value = parseJson(text);
  if (!isObject(value)) return { raw: text };
  const entries = Object.entries(value).filter(([, part]) => part !== null);
  const [first] = entries;
  if (first !== undefined && entries.length === 1) return named(first[0], first[1]);
  for (const key of NAME_KEYS) {
    const name = Object.hasOwn(value, key) ? value[key] : undefined;
    if (typeof name === "string" && name !== "") {
      return { name, params: Object.fromEntries(entries.filter(([other]) => other !== key)) };
    }
  }
  // `{"go_back": null}`: an action without parameters.
  const names = Object.keys(value);
  if (entries.length === 0 && names.length === 1 && names[0]) return { name: names[0], params: {} };
  return { raw: text };
}

function named(name: string, params: JsonValue): Action {
  return { name, params: isObject(params) ? params : { value: params } };
}

function parseJson(text: string): JsonValue | undefined {
  if (isDeeperThan(text, DEEPEST)) return undefined;
  try {
    // JSON.parse is declared to return `any`; whatever it yields is a JsonValue by definition.
    const value = JSON.parse(text) as JsonValue;
    return HALF_ESCAPED.test(text) && isObject(value) ? wholeCharactersIn(value) : value;
  } catch {
    return undefined;
  }
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
