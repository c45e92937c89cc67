import { expect, it } from "vitest";
import { visibleJson } from "./visible-json";

it("D05 spells out hidden characters in texts and keys, at any place", () => {
  const data = { "a\u202eb": ["x", { y: "1\u200b2", z: 3 }] };
  expect(visibleJson(data)).toEqual({ "a‹U+202E›b": ["x", { y: "1‹U+200B›2", z: 3 }] });
});

it("D05 gives the same data back where nothing is hidden", () => {
  const data = { a: [1, null, true, { b: "text" }] };
  expect(visibleJson(data)).toBe(data);
});

it("D10 leaves keys of the prototype what they are: names", () => {
  const data: object = Object.fromEntries([["__proto__", "\u202e"]]);
  expect(JSON.stringify(visibleJson(data))).toBe('{"__proto__":"‹U+202E›"}');
  expect("polluted" in {}).toBe(false);
});
