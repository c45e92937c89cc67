import { describe, expect, it } from "vitest";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import type { Step } from "@/lib/domain/step";
import { deltaSince, noteSnapshot, type SnapshotHistory } from "./snapshot-history";

const step = (number: number, outcome: Step["outcome"] = "unknown"): Step => ({
  number,
  memory: "m",
  evaluation: "",
  outcome,
  nextGoal: "g",
  url: "https://shop.example/",
  hasScreenshot: true,
  actions: [],
  durationSeconds: 3,
});

const snapshot = (
  revision: string,
  steps: Step[],
  stale: TaskSnapshot["stale"] = null,
): TaskSnapshot => ({
  revision,
  fetchedAt: "2026-03-01T12:00:00.000Z",
  stale,
  task: {
    id: "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    prompt: "Buy milk",
    status: "running",
    rawStatus: "started",
    model: null,
    createdAt: null,
    startedAt: null,
    finishedAt: null,
    output: null,
    verdict: { agent: null, judge: null, judgement: null },
    cost: null,
    files: [],
    uploads: [],
    metadata: {},
    agentVersion: null,
    sessionStatus: null,
    hasLive: false,
    stepCount: steps.length,
  },
  steps,
});

const historyOf = (...snapshots: TaskSnapshot[]): SnapshotHistory =>
  snapshots.reduce<SnapshotHistory>(noteSnapshot, []);

describe("deltaSince", () => {
  const first = snapshot("a", [step(1)]);
  const second = snapshot("b", [step(1, "success"), step(2)]);

  it("answers only what changed", () => {
    expect(deltaSince(historyOf(first, second), "a", second)).toEqual({
      delta: true,
      revision: "b",
      fetchedAt: second.fetchedAt,
      task: { stepCount: 2 },
      steps: [{ number: 1, outcome: "success" }, step(2)],
    });
  });

  it("answers nothing but its time when nothing changed", () => {
    expect(deltaSince(historyOf(first), "a", first)).toEqual({
      delta: true,
      revision: "a",
      fetchedAt: first.fetchedAt,
    });
  });

  it("says that the content is stale", () => {
    const stale = { since: first.fetchedAt, reason: "upstream-timeout" } as const;
    expect(deltaSince(historyOf(first), "a", { ...first, stale })).toMatchObject({ stale });
  });

  it("does not know a revision of another task, or one that is too old", () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      snapshot(String(index), [step(index + 1)]),
    );
    const history = historyOf(...many);
    const newest = many.at(-1) ?? first;
    expect(history).toHaveLength(40);
    expect(deltaSince(history, "19", newest)).toBeNull();
    expect(deltaSince(history, "20", newest)).not.toBeNull();
    expect(deltaSince(history, "elsewhere", newest)).toBeNull();
  });

  it("holds a step that does not change once for all revisions", () => {
    const [early, late] = historyOf(
      snapshot("a", [step(1), step(2)]),
      snapshot("b", [step(1), step(2, "failure")]),
    );
    expect(late?.content.steps[0]).toBe(early?.content.steps[0]);
    expect(late?.content.steps[1]).not.toBe(early?.content.steps[1]);
  });
});
