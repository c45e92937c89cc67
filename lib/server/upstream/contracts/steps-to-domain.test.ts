import { expect, it } from "vitest";
import { readSteps } from "./read-steps";
import { stepsToDomain } from "./steps-to-domain";

const numbered = (steps: readonly object[]) =>
  stepsToDomain(readSteps(steps)).steps.map(({ number, memory }) => [number, memory]);

it("sorts steps and has each number once: the last complete one", () => {
  const steps = [
    { number: 3, memory: "c" },
    { number: 1, memory: "a" },
    { number: 1, memory: "b" },
    { number: 3 },
  ];
  expect(numbered(steps)).toEqual([
    [1, "b"],
    [3, "c"],
  ]);
});

it("lets a step without a number stand by its place, unless another has that number", () => {
  expect(numbered([{ number: "x", memory: "a" }, { memory: "b" }])).toEqual([
    [1, "a"],
    [2, "b"],
  ]);
  expect(numbered([{ number: 2, memory: "a" }, { memory: "b" }])).toEqual([[2, "a"]]);
});
