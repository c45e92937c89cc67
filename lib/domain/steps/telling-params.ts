import type { JsonObject, JsonValue } from "@/lib/domain/text/json";

/** The parameters that say most about an action, the best first. */
const TELLING_KEYS = [
  "text",
  "url",
  "query",
  "goal",
  "pattern",
  "selector",
  "option",
  "keys",
  "file_name",
  "filename",
  "path",
  "tab_id",
  "page_id",
  "code",
  "script",
  "message",
  "question",
  "prompt",
  "title",
  "name",
  "element_source",
  "seconds",
  "key",
  "value",
  "data",
  "args",
];
/** Parameters that number an element: each visit to a page counts anew, so they say nothing of two runs. */
const ELEMENT_KEYS: ReadonlySet<string> = new Set([
  "index",
  "element_index",
  "highlight_index",
  "node_id",
  "backend_node_id",
  "element_id",
  "xpath",
  "x_path",
  "stable_hash",
]);

/** True for a parameter that only numbers an element of the page. */
export function isElementKey(key: string): boolean {
  return ELEMENT_KEYS.has(key);
}

/** A parameter's value as one line of text. */
export function paramText(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The parameters that are there and say something, by how much they tell; elements by number come last. */
export function tellingParams(params: JsonObject): readonly (readonly [string, JsonValue])[] {
  const rank = (key: string) => {
    const at = TELLING_KEYS.indexOf(key);
    return at >= 0 ? at : TELLING_KEYS.length + (isElementKey(key) ? 1 : 0);
  };
  return Object.entries(params)
    .filter(
      ([, value]) => value !== null && value !== "" && value !== 0 && typeof value !== "boolean",
    )
    .sort(([a], [b]) => rank(a) - rank(b));
}
