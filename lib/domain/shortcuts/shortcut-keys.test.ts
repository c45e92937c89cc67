import { expect, it } from "vitest";
import { bindingsOf, SHORTCUT_KEYS } from "./shortcut-keys";

it("no key means two things", () => {
  const keys = Object.values(SHORTCUT_KEYS).flatMap((of): readonly string[] => of);
  expect(new Set(keys).size).toBe(keys.length);
});

it("binds every key of a shortcut, and no other", () => {
  expect(bindingsOf({ nextStep: 1, play: 2 })).toEqual({ j: 1, ArrowRight: 1, " ": 2 });
});
