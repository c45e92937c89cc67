// @ts-check
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failuresOf, growthOf, isLeak, judgedPhases } from "./verdict.mjs";

const NONE = new Map();

/**
 * Phases of half a minute.
 * @param {number} count
 * @param {(index: number) => Partial<import("./verdict.mjs").Phase>} [more]
 */
const phases = (count, more = () => ({})) =>
  Array.from({ length: count }, (_, index) => ({
    minute: index / 2,
    ...{ heapMb: 90, rssMb: 300, cacheMb: 120, files: 40, watchers: 0, connections: 0 },
    ...more(index),
  }));

describe("memory", () => {
  it("passes when it goes up and down around one height", () => {
    const noise = fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 10, maxLength: 120 });
    fc.assert(
      fc.property(noise, (steps) => {
        const heap = growthOf(
          phases(steps.length, (at) => ({ heapMb: 90 + ((steps[at] ?? 0) % 4) })),
        );
        expect(heap.filter(isLeak)).toEqual([]);
      }),
    );
  });

  it.each([
    ["heapMb", "the heap grew by 29.0 MB"],
    ["rssMb", "the process's memory grew by 87.0 MB"],
  ])("fails where %s leaks with every phase", (of, words) => {
    const leaking = phases(40, (index) => ({ [of]: 90 + index * (of === "heapMb" ? 1 : 3) }));
    expect(failuresOf(leaking, NONE)).toEqual([expect.stringContaining(words)]);
  });

  it("finds a leak of the last 45 minutes of an hour below the noise of a single phase", () => {
    const leaking = phases(120, (index) => ({ heapMb: 90 + index * 0.2 + (index % 7) }));
    expect(failuresOf(leaking, NONE)).toEqual([expect.stringContaining("a leak: the heap")]);
  });

  it("does not take a cache that fills for a leak", () => {
    const filling = phases(40, (index) => ({ heapMb: 90 + index, cacheMb: 20 + index }));
    expect(failuresOf(filling, NONE)).toEqual([]);
  });

  it("does not count the warm-up, and tells nothing from too few phases", () => {
    const warming = phases(40, (index) => ({ heapMb: Math.min(90, index * 9) }));
    expect(judgedPhases(warming)).toHaveLength(30);
    expect(failuresOf(warming, NONE)).toEqual([]);
    expect(growthOf(judgedPhases(phases(5)))).toEqual([]);
  });
});

describe("what is left when everybody has left", () => {
  it("fails for held answers, connections and files", () => {
    const stuck = phases(12, (index) => ({
      watchers: index === 3 ? 1 : 0,
      connections: index === 7 ? 2 : 0,
      files: index === 11 ? 57 : 40,
    }));
    expect(failuresOf(stuck, NONE)).toEqual([
      "stuck: 1 answers were held when everybody had left (minute 1.5)",
      "stuck: 2 connections were open when everybody had left (minute 3.5)",
      "stuck: 40 open files became 57",
    ]);
  });

  it("lets a system pass that cannot count connections", () => {
    expect(
      failuresOf(
        phases(12, () => ({ connections: null })),
        NONE,
      ),
    ).toEqual([]);
  });
});

it("fails for every fault that was seen, however short the run", () => {
  const problems = new Map([["a poll: 500 internal", 3]]);
  expect(failuresOf(phases(1), problems)).toEqual(["a poll: 500 internal (3 ×)"]);
  expect(failuresOf(phases(1), NONE)).toEqual([]);
});
