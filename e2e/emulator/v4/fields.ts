/** An object of JSON. */
export type Fields = Record<string, unknown>;

/** True for an object of JSON, and for nothing else that JSON may hold. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The same value where it is an object of JSON; otherwise an empty one. */
export function toFields(value: unknown): Fields {
  return isFields(value) ? value : {};
}
