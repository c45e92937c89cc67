import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyDelta, diffContent, shareContent } from "./content-delta";
import type { Step } from "./step";
import type { Task } from "./task";
import type { TaskContent } from "./task-content";

const words = fc.constantFrom("", "a", "b");
const sizes = fc.constantFrom(70_000, 5_242_880);
const step: fc.Arbitrary<Step> = fc.record({
  number: fc.integer({ min: 1, max: 8 }),
  memory: words,
  evaluation: words,
  outcome: fc.constantFrom("success", "failure", "unknown"),
  nextGoal: words,
  url: words,
  hasScreenshot: fc.boolean(),
  screenshotKey: fc.option(words),
  actions: fc.array(fc.record({ raw: words }), { maxLength: 2 }),
  durationSeconds: fc.option(fc.constantFrom(1, 2.5)),
  isReported: fc.boolean(),
  cut: fc.option(fc.record({ memory: sizes, actions: sizes }, { requiredKeys: [] })),
});
const task: fc.Arbitrary<Task> = fc.record({
  id: fc.constant("3c90c3cc-0d44-4b50-8888-8dd25736052a"),
  prompt: words,
  status: fc.constantFrom("running", "finished"),
  rawStatus: words,
  model: fc.option(words),
  createdAt: fc.constant(null),
  startedAt: fc.constant(null),
  finishedAt: fc.option(fc.constant("2026-03-01T12:00:00.000Z")),
  output: fc.option(words),
  verdict: fc.record({
    agent: fc.option(fc.boolean()),
    judge: fc.option(fc.boolean()),
    judgement: fc.option(words),
  }),
  judgeFlags: fc.option(fc.record({ reachedCaptcha: fc.boolean(), impossibleTask: fc.boolean() })),
  suggestions: fc.option(fc.array(words, { maxLength: 2 })),
  cost: fc.option(words),
  files: fc.array(fc.record({ id: words, name: words }), { maxLength: 2 }),
  uploads: fc.constant([]),
  metadata: fc.constant({}),
  agentVersion: fc.constant(null),
  sessionStatus: fc.option(fc.constantFrom("active", "stopped")),
  hasLive: fc.boolean(),
  stepCount: fc.nat(3),
  cut: fc.option(fc.record({ output: sizes, prompt: sizes }, { requiredKeys: [] })),
});
const content: fc.Arbitrary<TaskContent> = fc.record({
  task,
  steps: fc
    .uniqueArray(step, { selector: ({ number }) => number, maxLength: 8 })
    .map((steps) => steps.sort((a, b) => a.number - b.number)),
});

describe("deltas", () => {
  it("lead from any content to any other, over JSON", () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const delta: unknown = JSON.parse(JSON.stringify(diffContent(before, after)));
        // What was just written is read back.
        expect(applyDelta(before, delta as ReturnType<typeof diffContent>)).toEqual(after);
      }),
    );
  });

  it("keep a client that follows them equal to one that reads everything, whatever the sequence", () => {
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 6 }), (contents) => {
        const [first, ...rest] = contents;
        if (first === undefined) return;
        let server = first;
        let client = first;
        for (const next of rest) {
          const shared = shareContent(server, next);
          client = applyDelta(client, diffContent(server, shared));
          server = shared;
          expect(client).toEqual(next);
        }
      }),
    );
  });

  it("are empty between equal contents", () => {
    fc.assert(
      fc.property(content, (same) => {
        expect(diffContent(same, structuredClone(same))).toEqual({
          task: {},
          steps: [],
          removed: [],
        });
      }),
    );
  });
});

const [one, two, three]: Step[] = [1, 2, 3].map((number) => ({
  number,
  memory: "",
  evaluation: "",
  outcome: "unknown",
  nextGoal: "Buy milk",
  url: "",
  hasScreenshot: true,
  screenshotKey: "k",
  actions: [{ raw: "x" }],
  durationSeconds: null,
  isReported: true,
  cut: null,
}));
const [head] = fc.sample(task, { numRuns: 1, seed: 1 });

describe("applyDelta", () => {
  if (one === undefined || two === undefined || three === undefined || head === undefined) {
    throw new Error("The samples are there");
  }
  const before = { task: head, steps: [one, two] };

  it("keeps the references of what did not change", () => {
    const after = { task: head, steps: [one, { ...two, outcome: "success" as const }, three] };
    const delta = diffContent(before, structuredClone(after));
    expect(delta.steps).toEqual([{ number: 2, outcome: "success" }, three]);
    const merged = applyDelta(before, delta);
    expect(merged.steps[0]).toBe(one);
    expect(merged.task).toBe(head);
    expect(before.steps).toEqual([one, two]);
  });

  it("takes removed steps away", () => {
    expect(diffContent(before, { task: head, steps: [two] }).removed).toEqual([1]);
    expect(applyDelta(before, { task: {}, steps: [], removed: [1] }).steps).toEqual([two]);
  });

  it("leaves out a piece of a step it does not know", () => {
    const delta = { task: {}, steps: [{ number: 9, outcome: "success" as const }], removed: [] };
    expect(applyDelta(before, delta).steps).toEqual([one, two]);
  });
});

describe("shareContent", () => {
  it("holds equal steps once", () => {
    fc.assert(
      fc.property(content, (older) => {
        const shared = shareContent(older, structuredClone(older));
        expect(shared.task).toBe(older.task);
        expect(shared.steps.every((shown, index) => shown === older.steps[index])).toBe(true);
      }),
    );
  });
});
