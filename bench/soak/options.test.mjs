// @ts-check
import { expect, it } from "vitest";
import { parseSoakOptions } from "./options.mjs";

const NOW = 1_764_284_400_000;

it("takes an hour, and a seed from the clock, unless it is told otherwise", () => {
  expect(parseSoakOptions([], NOW)).toEqual({ minutes: 60, seed: NOW % 2 ** 32 });
  const args = ["--minutes", "0.5", "--seed", "7"];
  expect(parseSoakOptions(args, NOW)).toEqual({ minutes: 0.5, seed: 7 });
});

it.each([
  ["--minutes", "0"],
  ["--minutes", "long"],
  ["--minutes", ""],
  ["--seed", "-1"],
  ["--seed", "1.5"],
  ["--hours", "1"],
])("refuses %s %s", (name, value) => {
  expect(parseSoakOptions([`${name}=${value}`], NOW)).toBeNull();
});
