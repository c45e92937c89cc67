import { describe, expect, it } from "vitest";
import { sampleSnapshot, sampleStep } from "@/test/factories/snapshot";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import type { Step } from "@/lib/domain/task/step";
import {
  baseOf,
  deltaSince,
  historyBytes,
  noteSnapshot,
  type SnapshotHistory,
} from "./snapshot-history";

const step = (number: number, outcome: Step["outcome"] = "unknown") =>
  sampleStep(number, { outcome });
const snapshot = (revision: string, steps: Step[]) => sampleSnapshot({ revision, steps });

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
    const stale = { since: first.fetchedAt, reason: "upstream-timeout", retryAt: null } as const;
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

describe("historyBytes", () => {
  const long = (number: number, letter: string) =>
    sampleStep(number, { memory: letter.repeat(100_000) });

  it("counts what changed once, and nothing of what is shared", () => {
    const quiet = historyOf(snapshot("a", [long(1, "x")]), snapshot("b", [long(1, "x"), step(2)]));
    expect(historyBytes(quiet)).toBeLessThan(5000);
    const changed = historyOf(snapshot("a", [long(1, "x")]), snapshot("b", [long(1, "y")]));
    expect(historyBytes(changed)).toBeGreaterThan(100_000);
    expect(historyBytes(changed)).toBeLessThan(110_000);
  });

  it("stays within its limit, the oldest revisions being forgotten first", () => {
    const many = Array.from({ length: 35 }, (_, at) =>
      snapshot(String(at), [long(1, String.fromCharCode(65 + at))]),
    );
    const history = historyOf(...many);
    expect(historyBytes(history)).toBeLessThanOrEqual(2 * 1024 * 1024);
    expect(history.length).toBeLessThan(25);
    expect([baseOf(history, "0"), baseOf(history, "34")]).toEqual([null, "34"]);
  });
});
