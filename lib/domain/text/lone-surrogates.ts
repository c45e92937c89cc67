import type { JsonObject, JsonValue } from "./json";

const HALVES = /\p{Surrogate}/gu;

/** A text without halves of characters: they have no UTF-8, so that what is sent would not be what came. */
export function replaceLoneSurrogates(text: string): string {
  return text.replace(HALVES, "\ufffd");
}

/** The same for every text and key in a JSON object of a limited depth. */
export function replaceLoneSurrogatesIn(object: JsonObject): JsonObject {
  // `fromEntries` makes an own key of every name, `__proto__` too.
  return Object.fromEntries(
    Object.entries(object).map(([key, part]) => [replaceLoneSurrogates(key), wholeValue(part)]),
  );
}

function wholeValue(value: JsonValue): JsonValue {
  if (typeof value === "string") return replaceLoneSurrogates(value);
  if (typeof value !== "object" || value === null) return value;
  return isList(value) ? value.map(wholeValue) : replaceLoneSurrogatesIn(value);
}

// `Array.isArray` does not narrow to a readonly array.
function isList(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value);
}
