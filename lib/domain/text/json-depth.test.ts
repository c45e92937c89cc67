import { expect, it } from "vitest";
import { isDeeperThan } from "./json-depth";

it.each([
  ['{"a":[{"b":1}]}', 3, false],
  ['{"a":[{"b":1}]}', 2, true],
  ['["[[[[", "\\"[[[", "\\\\"]', 1, false],
  ['["\\\\", [1]]', 1, true],
  ["[".repeat(1_000_000), 64, true],
  ['"unclosed [[[', 0, false],
  ["[],[],[]", 1, false],
])("measures a text (%#)", (text, limit, expected) => {
  expect(isDeeperThan(text, limit)).toBe(expected);
});
