import { describe, expect, it } from "vitest";
import { sampleStep } from "@/test/factories/snapshot";
import { findSteps, isFiltering, nextFound, toNeedle, type StepFilter } from "./find-steps";
import { matchSnippet } from "./match-snippet";
import type { Step } from "@/lib/domain/task/step";
import { stepHosts } from "./step-hosts";

const ALL: StepFilter = { query: "", outcome: null, host: null };
const STEPS = [
  sampleStep(1, { nextGoal: "Open the shop", url: "https://shop.example/", outcome: "success" }),
  sampleStep(2, {
    memory: "The café is closed",
    url: "https://www.maps.example/paris",
    outcome: "failure",
    actions: [{ name: "click_element_by_index", params: { index: 12, deep: { text: "Ja" } } }],
  }),
  sampleStep(3, { evaluation: "Success - found", actions: [{ raw: "wait(3" }] }),
  sampleStep(4, { nextGoal: "Open", memory: "the shop", url: "https://shop.example/cart" }),
];
const find = (filter: Partial<StepFilter>, steps: readonly Step[] = STEPS) =>
  findSteps(steps, { ...ALL, ...filter }).map(({ number }) => number);

describe("finding steps", () => {
  it.each([
    ["OPEN", [1, 4]],
    ["  cafe ", [2]],
    ["maps.example/paris", [2]],
    ["click element", [2]],
    ["click_element_by_index", [2]],
    ["index 12", [2]],
    ['{"text":"Ja"}', [2]],
    ["wait(3", [3]],
    [".*", []],
    ["nowhere", []],
  ])("%j stands in %j", (query, numbers) => {
    expect(find({ query })).toEqual(numbers);
  });

  it("never finds a query across two texts of a step", () => {
    expect(find({ query: "open the shop" })).toEqual([1]);
    expect(find({ query: "open\0the shop" })).toEqual([]);
  });

  it("filters by outcome and by host, with or without a query", () => {
    expect(find({ outcome: "failure" })).toEqual([2]);
    expect(find({ host: "shop.example" })).toEqual([1, 4]);
    expect(find({ host: "shop.example", query: "cart" })).toEqual([4]);
    expect(find({ host: "shop.example", outcome: "failure" })).toEqual([]);
  });

  it("leaves the array as it is when nothing is asked for", () => {
    expect(findSteps(STEPS, { ...ALL, query: "  " })).toBe(STEPS);
    expect(isFiltering({ ...ALL, query: " \0" })).toBe(false);
  });

  it("reads the texts of 10,000 steps once, however often they are searched", () => {
    let reads = 0;
    const steps = Array.from({ length: 10_000 }, (_, index) => {
      const step = sampleStep(index + 1, { nextGoal: `Goal ${String(index + 1)}` });
      return Object.defineProperty(step, "memory", { get: () => `Memory ${String(++reads)}` });
    });
    for (const query of ["g", "go", "goa", "goal", "goal 9999"]) find({ query }, steps);
    expect(find({ query: "goal 9999" }, steps)).toEqual([9999]);
    expect(reads).toBe(10_000);
    const more = [...steps, sampleStep(10_001, { nextGoal: "goal 99999" })];
    expect(find({ query: "goal 9999" }, more)).toEqual([9999, 10_001]);
    expect(reads).toBe(10_000);
  });
});

describe("stepping through what was found", () => {
  const found = [2, 5, 9].map((number) => sampleStep(number));
  it.each([
    [null, "next", 2],
    [null, "previous", 9],
    [5, "next", 9],
    [5, "previous", 2],
    [6, "next", 9],
    [9, "next", 2],
    [2, "previous", 9],
  ] as const)("from %j the %s one is %j", (selected, direction, number) => {
    expect(nextFound(found, selected, direction)).toBe(number);
  });

  it("leads nowhere when nothing was found", () => {
    expect(nextFound([], 3, "next")).toBeNull();
  });
});

describe("hosts", () => {
  it("are counted, the largest first", () => {
    expect(stepHosts(STEPS)).toEqual([
      { host: "shop.example", count: 2 },
      { host: "No address", count: 1 },
      { host: "maps.example", count: 1 },
    ]);
  });

  it("are a hundred at most", () => {
    const steps = Array.from({ length: 300 }, (_, index) =>
      sampleStep(index, { url: `https://h${String(index)}.example/` }),
    );
    expect(stepHosts(steps)).toHaveLength(100);
  });
});

describe("snippets", () => {
  const snippetOf = (fields: Partial<Step>, query: string) => {
    const snippet = matchSnippet(sampleStep(1, fields), toNeedle(query));
    return snippet && [snippet.name, snippet.text, snippet.ranges.length];
  };

  it("show the words around the match, in one line", () => {
    expect(snippetOf({ memory: "one\n two   three" }, "two")).toEqual([
      "Memory",
      "one two three",
      1,
    ]);
    const text = `${"x".repeat(100)} needle ${"y".repeat(400)}`;
    expect(snippetOf({ evaluation: text }, "NEEDLE")).toEqual([
      "Evaluation",
      `…${"x".repeat(11)} needle ${"y".repeat(159)}…`,
      1,
    ]);
  });

  it("never begin or end with half a character", () => {
    for (const pad of ["", " "]) {
      const text = `${"😀".repeat(30)}${pad}needle${pad}${"😀".repeat(200)}`;
      const [, snippet] = snippetOf({ memory: text }, "needle") ?? [];
      expect(snippet).not.toMatch(/^…?[\udc00-\udfff]|[\ud800-\udbff]…?$/);
    }
  });

  it("are none where the step does not say it", () => {
    expect(snippetOf({ memory: "a" }, "b")).toBeNull();
  });
});
