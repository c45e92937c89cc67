import { expect, it } from "vitest";
import { costPace, costWords } from "./cost-pace";
import type { Task } from "./task";

const NOW = Date.parse("2026-03-01T12:00:00.000Z");
const before = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const task = (cost: string | null, seconds: number, fields: Partial<Task> = {}) => ({
  status: "running" as const,
  startedAt: before(seconds),
  finishedAt: null,
  cost,
  ...fields,
});
const wordsOf = (...given: Parameters<typeof task>) => {
  const pace = costPace(task(...given), null, NOW);
  return pace === null ? null : costWords(pace);
};

it("says what a task has cost so far, and about how much a minute", () => {
  expect(wordsOf("0.42", 240)).toBe("$0.42, about $0.105 a minute");
  expect(wordsOf("12", 60)).toBe("$12.00, about $12.00 a minute");
});

it("says nothing a minute before a minute, after the end, in a pause, or of next to nothing", () => {
  expect(wordsOf("0.42", 59)).toBe("$0.42");
  expect(wordsOf("0.42", 240, { status: "finished", finishedAt: before(10) })).toBe("$0.42");
  expect(wordsOf("0.42", 240, { status: "paused" })).toBe("$0.42");
  expect(wordsOf("0.42", 240, { startedAt: null })).toBe("$0.42");
  expect(wordsOf("0", 240)).toBe("$0.00");
  expect(wordsOf("0.0000001", 240)).toBe("$0.0000001");
});

it("says nothing of a cost that nobody said, or that is none", () => {
  expect([wordsOf(null, 240), wordsOf("much", 240)]).toEqual([null, null]);
});

it.each([
  ["4.99", "5", false],
  ["5", "5.00", true],
  ["5.0001", "5", true],
  ["5", null, false],
])("of a cost of %s, with a line at %s, is over it: %s", (cost, warnAt, isOver) => {
  expect(costPace(task(cost, 10), warnAt, NOW)?.over).toBe(isOver ? warnAt : null);
});
