import { describe, expect, it } from "vitest";
import { sampleSnapshot, sampleStep } from "@/test/factories/snapshot";
import { ApiError } from "./api-error";
import { mergeAnswer } from "./merge-answer";

const step = sampleStep;
const base = sampleSnapshot({ steps: [step(1)] });
const later = "2026-03-01T12:00:01.000Z";

describe("mergeAnswer", () => {
  it("lays a delta over what the page has", () => {
    const delta = { delta: true, revision: "b", fetchedAt: later, steps: [step(2)] };
    const merged = mergeAnswer(base, delta);
    expect(merged).toEqual({ ...base, revision: "b", fetchedAt: later, steps: [step(1), step(2)] });
    expect(merged.steps[0]).toBe(base.steps[0]);
    expect(merged.task).toBe(base.task);
  });

  it("takes away the steps that are gone, and the rest as it was", () => {
    const longer = { ...base, steps: [step(1), step(2), step(3)] };
    const delta = { delta: true, revision: "b", fetchedAt: later, removed: [2] };
    expect(mergeAnswer(longer, delta)).toEqual({
      ...longer,
      revision: "b",
      fetchedAt: later,
      steps: [step(1), step(3)],
    });
  });

  it("takes the label of a stale answer on and off", () => {
    const stale = { since: base.fetchedAt, reason: "upstream-timeout", retryAt: null } as const;
    const labelled = mergeAnswer(base, {
      delta: true,
      revision: "a",
      fetchedAt: base.fetchedAt,
      stale,
    });
    expect(labelled.stale).toEqual(stale);
    expect(
      mergeAnswer(labelled, { delta: true, revision: "a", fetchedAt: later }).stale,
    ).toBeNull();
  });

  it("takes a whole answer as it is, and never goes back in time", () => {
    const whole = { ...base, revision: "c", fetchedAt: later };
    expect(mergeAnswer(null, whole)).toBe(whole);
    expect(mergeAnswer(base, whole)).toBe(whole);
    expect(mergeAnswer(whole, base)).toBe(whole);
    const old = { delta: true, revision: "b", fetchedAt: base.fetchedAt, steps: [] };
    expect(mergeAnswer(whole, old)).toBe(whole);
  });

  it.each([
    null,
    "text",
    [],
    {},
    { revision: "a" },
    { delta: true, revision: "b", fetchedAt: later },
  ])("refuses %j where there is nothing to build on", (body) => {
    expect(() => mergeAnswer(null, body)).toThrow(ApiError);
  });
});
