import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { click, contentOf, FAILED, NOW, suspectsOf } from "@/test/factories/run";
import { findSuspects } from "./find-suspects";

describe("whatever a run looks like", () => {
  const texts = fc.constantFrom("", "Success", "Failed - x\u202e", "Failed", "Unknown", "Partial");
  const run = fc.array(
    fc.record({
      went: texts,
      does: fc.constantFrom("", click(1), click(2), '{"done":{}}', "<not json>"),
      url: fc.constantFrom("", "about:blank", "data:,", "https://a.example/", "http://[bad"),
      seconds: fc.constantFrom(0, 1, 9, 17, 131),
    }),
    { maxLength: 40 },
  );
  const status = fc.constantFrom("created", "running", "paused", "finished", "failed", "stopped");

  it("names at most three steps that exist, none twice, in short reasons on one line", () => {
    fc.assert(
      fc.property(status, run, fc.boolean(), (word, told, judge) => {
        const verdict = { agent: true, judge, judgement: "See step 3\nand step 4." };
        const suspects = suspectsOf({ status: word, verdict }, told);
        expect(suspects.length).toBeLessThanOrEqual(3);
        const steps = suspects.flatMap(({ step }) => (step === null ? [] : [step]));
        expect(new Set(steps).size).toBe(steps.length);
        for (const step of steps) {
          expect(step).toBeGreaterThanOrEqual(1);
          expect(step).toBeLessThanOrEqual(told.length);
        }
        for (const { reason } of suspects) {
          expect(reason.length).toBeLessThanOrEqual(260);
          expect(reason).not.toMatch(/[\n\u202e]/);
        }
      }),
    );
  });

  it("is told quickly of ten thousand steps", () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      url: `https://a.example/${String(index % 700)}?q=${"x".repeat(100)}`,
      went: index % 4 === 0 ? "Failed" : "Success",
      seconds: 9,
    }));
    const content = contentOf(FAILED, many);
    const before = performance.now();
    findSuspects(content, NOW);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
