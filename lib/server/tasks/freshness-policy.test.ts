import { describe, expect, it } from "vitest";
import { sampleSnapshot } from "@/test/factories/snapshot";
import type { ProblemCode } from "@/lib/contract/problem";
import { nextTryAt } from "./freshness-policy";
import { snapshotEtag } from "./revision";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const failure = (code: ProblemCode, retryInMs: number) => ({
  code,
  at: NOW,
  retryAfterSeconds: null,
  inARow: 3,
  missing: 0,
  retryAt: NOW + retryInMs,
});

describe("nextTryAt", () => {
  it("is the end of the pause that the upstream asked for", () => {
    const state = { failure: failure("upstream-rate-limited", 1000), pausedUntil: NOW + 20_000 };
    expect(nextTryAt(state, NOW)).toBe(NOW + 20_000);
    expect(nextTryAt(state, NOW + 19_999)).toBe(NOW + 20_000);
  });

  it("is the end of the backoff, and no later than the next probe", () => {
    const soon = { failure: failure("upstream-timeout", 800), pausedUntil: 0 };
    expect(nextTryAt(soon, NOW)).toBe(NOW + 800);
    const late = { failure: failure("upstream-unavailable", 40_000), pausedUntil: 0 };
    expect(nextTryAt(late, NOW)).toBe(NOW + 2500);
  });

  it("is the end of the pause after a refusal, which nobody probes", () => {
    const state = { failure: failure("task-not-found", 30_000), pausedUntil: 0 };
    expect(nextTryAt(state, NOW)).toBe(NOW + 30_000);
  });

  it("is unknown when the last call brought an answer", () => {
    expect(nextTryAt({ failure: null, pausedUntil: NOW - 1 }, NOW)).toBeNull();
  });
});

describe("snapshotEtag", () => {
  const since = "2026-03-01T11:59:00.000Z";
  const labelled = (retryAt: string | null) =>
    snapshotEtag(sampleSnapshot({ stale: { since, reason: "upstream-rate-limited", retryAt } }));

  it("is the revision of a fresh answer, whenever that was confirmed", () => {
    expect(snapshotEtag(sampleSnapshot({ revision: "a" }))).toBe('"a"');
    expect(snapshotEtag(sampleSnapshot({ revision: "a", fetchedAt: since }))).toBe('"a"');
  });

  it("changes with the label and the time of the next try, and with nothing that ticks", () => {
    expect(labelled("2026-03-01T12:00:20.000Z")).not.toBe(labelled("2026-03-01T12:00:40.000Z"));
    expect(labelled(null)).not.toBe(labelled("2026-03-01T12:00:40.000Z"));
    expect(labelled(null)).toMatch(/^"[\w.-]+"$/);
  });
});
