import type { Action } from "./action";
import type { JsonObject, JsonValue } from "./json";

/** The keys whose value says most about an action, best first. */
const TELLING_KEYS = [
  "text",
  "url",
  "query",
  "goal",
  "option",
  "keys",
  "seconds",
  "index",
  "id",
  "value",
  "args",
];
const LONGEST_HINT = 80;

/** An action in a few words for a narrow row: `Click element by index 12`, `Go to url shop.example`. */
export function describeAction(action: Action): string {
  if ("raw" in action) return shorten(action.raw);
  const hint = tellingValue(action.params);
  const name = actionLabel(action.name);
  return hint === null ? name : `${name} ${shorten(hint)}`;
}

/** The name of an action for reading: `click_element_by_index` becomes `Click element by index`. */
export function actionLabel(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim()
    .toLowerCase();
  return words === "" ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** A parameter's value as one line of text. */
export function paramText(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function tellingValue(params: JsonObject): string | null {
  for (const key of TELLING_KEYS) {
    const value = Object.hasOwn(params, key) ? params[key] : undefined;
    if (value !== undefined && value !== null && value !== "") return paramText(value);
  }
  return null;
}

function shorten(text: string): string {
  const line = text
    .slice(0, LONGEST_HINT * 4)
    .replace(/\s+/g, " ")
    .trim();
  return line.length > LONGEST_HINT ? `${line.slice(0, LONGEST_HINT - 1)}…` : line;
}
