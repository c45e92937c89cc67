import { expect, it } from "vitest";
import { sampleStep } from "@/test/factories/snapshot";
import { alignRuns, firstDivergence } from "@/lib/domain/compare/align-runs";
import { divergenceWords } from "./divergence-words";

const cutAt = (bytes: number) => [
  sampleStep(1, {
    actions: [{ name: "write_file", params: { content: "a" } }],
    cut: { actions: bytes },
  }),
];
const words = (a: number, b: number) => {
  const rows = alignRuns(cutAt(a), cutAt(b));
  return divergenceWords(firstDivergence(rows, { a: true, b: true }), rows);
};

it("claims no more of actions that were cut than was seen of them", () => {
  expect(words(90_000, 90_000)).toMatch(/as far as they are shown\.$/);
  const whole = [sampleStep(1)];
  const rows = alignRuns(whole, whole);
  expect(divergenceWords({ at: null, reason: "never" }, rows)).not.toMatch(/as far as they/);
});

it("tells two actions apart that begin alike and are of different size", () => {
  expect(words(90_000, 90_001)).toBe("The runs differ from the first step on.");
});
