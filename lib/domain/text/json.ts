/** Any value that JSON can carry. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object; keys come from outside, so look them up with `Object.hasOwn` or iterate entries. */
export type JsonObject = { readonly [key: string]: JsonValue };
