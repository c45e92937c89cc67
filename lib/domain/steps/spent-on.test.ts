import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Step } from "@/lib/domain/task/step";
import { testContent } from "@/test/factories/content";
import { spentOn, timePerSite } from "./spent-on";

const click = { name: "click_element", params: { index: 7 } };
const stepsOf = (...steps: Partial<Step>[]) =>
  testContent({
    steps: steps.map((step, index) => ({
      url: `https://shop.example/${String(index)}`,
      durationSeconds: 10,
      actions: [{ name: "wait", params: { seconds: index } }],
      ...step,
    })),
  }).steps;
const loop: Partial<Step> = {
  url: "https://shop.example/cart",
  actions: [click],
  outcome: "failure",
};

describe("what a run's time went into", () => {
  it("is a loop, failed steps and clicks without effect, each step once", () => {
    const steps = stepsOf(
      {},
      { outcome: "failure" },
      loop,
      loop,
      loop,
      { outcome: "success" },
      { outcome: "failure" },
      { actions: [click], url: "https://a.example" },
      { memory: "The button did not work.", url: "https://a.example" },
      {},
    );
    expect(spentOn(steps)).toEqual({
      parts: [
        { kind: "loop", count: 1, step: 3, seconds: 30 },
        { kind: "failed", count: 2, step: 2, seconds: 20 },
        { kind: "no-effect", count: 1, step: 8, seconds: 10 },
      ],
      seconds: 60,
      total: 100,
    });
  });

  it.each<[string, Partial<Step>[]]>([
    ["nothing failed", [{}, {}]],
    ["it is little", [{ outcome: "failure", durationSeconds: 6 }, { durationSeconds: 600 }]],
    ["nobody tells how long steps took", [{ outcome: "failure", durationSeconds: null }, {}]],
    ["a click changed the page", [{ actions: [click] }, {}]],
    ["there is no step", []],
  ])("is not told where %s", (_, steps) => {
    expect(spentOn(stepsOf(...steps))).toBeNull();
  });

  it("is never more than all of it, and all of it is shared among sites", () => {
    const step = fc.record({
      durationSeconds: fc.integer({ min: 0, max: 100 }),
      outcome: fc.constantFrom("failure" as const, "unknown" as const, "success" as const),
      url: fc.constantFrom("https://a.example/", "https://b.example/"),
      actions: fc.constantFrom([], [click]),
      memory: fc.constantFrom("", "nothing happened"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (given) => {
        const steps = stepsOf(...given);
        const total = given.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0);
        const spent = spentOn(steps);
        const parts = spent?.parts.reduce((sum, { seconds }) => sum + seconds, 0) ?? 0;
        expect(parts).toBe(spent?.seconds ?? 0);
        expect(parts).toBeLessThanOrEqual(total);
        const onSites = timePerSite(steps).reduce((sum, { seconds }) => sum + seconds, 0);
        expect(onSites).toBe(total);
      }),
    );
  });
});

it("the sites of a run are told by time, the longest first", () => {
  const steps = stepsOf(
    { url: "https://a.example/1", durationSeconds: 5 },
    { url: "https://www.b.example/", durationSeconds: 9 },
    { url: "https://a.example/2", durationSeconds: 6 },
    { url: "about:blank", durationSeconds: 1 },
  );
  expect(timePerSite(steps)).toEqual([
    { host: "a.example", seconds: 11 },
    { host: "b.example", seconds: 9 },
    { host: "Blank page", seconds: 1 },
  ]);
});
