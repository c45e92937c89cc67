import { describe, expect, it } from "vitest";
import { upstreamTask } from "@/test/instances";
import { decideUse, factsOf, finalForMs, type Asking, type FoundRecord } from "./record-policy";
import { toStorable } from "./cluster-record";

const INTERVAL_MS = 1000;

function running(
  more: Partial<FoundRecord> = {},
  status = "started",
  finalFor: number | null = null,
) {
  const upstream = toStorable(upstreamTask({ status }));
  const record = { kind: "task", tookMs: 100, finalForMs: finalFor, upstream } as const;
  const ageMs = more.ageMs ?? 0;
  const facts = factsOf(record, INTERVAL_MS);
  return { facts, ageMs, askedAgoMs: ageMs + 100, wasHandedOver: false, ...more };
}

function failed(code: "upstream-timeout" | "upstream-rate-limited", ageMs: number): FoundRecord {
  const retry = { retryAfterSeconds: null, pauseMs: 2000, inARow: 3 };
  const facts = factsOf({ kind: "failure", tookMs: 100, code, ...retry }, INTERVAL_MS);
  return { facts, ageMs, askedAgoMs: ageMs + 100, wasHandedOver: false };
}

const asking = (more: Partial<Asking> = {}): Asking => ({
  waitedMs: 0,
  knownAgeMs: 1100,
  isRenewal: false,
  ...more,
});

describe("the use of a record", () => {
  it.each([
    ["from within the interval", running({ ageMs: 500 }), asking(), "hand-over"],
    ["from the interval before", running({ ageMs: 950 }), asking(), "out-of-date"],
    ["known and fresh", running({ ageMs: 500, wasHandedOver: true }), asking(), "nothing-newer"],
    [
      "known, to one that lost its own",
      running({ ageMs: 500, wasHandedOver: true }),
      asking({ knownAgeMs: null }),
      "hand-over",
    ],
    [
      "older than what is held",
      running({ ageMs: 500 }),
      asking({ knownAgeMs: 300 }),
      "nothing-newer",
    ],
    ["before a renewal", running({ ageMs: 10 }), asking({ isRenewal: true }), "out-of-date"],
    [
      "made during a renewal",
      running({ ageMs: 10 }),
      asking({ isRenewal: true, waitedMs: 50 }),
      "hand-over",
    ],
    [
      "of a slow call that was waited for",
      running({ ageMs: 10, askedAgoMs: 9000 }),
      asking({ waitedMs: 8000 }),
      "hand-over",
    ],
    [
      "of a task that has just ended",
      running({ ageMs: 5000 }, "finished", 0),
      asking(),
      "out-of-date",
    ],
    [
      "of a task that ended a minute ago",
      running({ ageMs: 50_000 }, "finished", 60_000),
      asking({ knownAgeMs: 60_000 }),
      "hand-over",
    ],
    [
      "of a failure within its pause",
      failed("upstream-timeout", 1900),
      asking({ knownAgeMs: 9000 }),
      "hand-over",
    ],
    ["of a failure after its pause", failed("upstream-timeout", 2001), asking(), "out-of-date"],
    [
      "of a rate limit, which the hold stands for",
      failed("upstream-rate-limited", 1),
      asking(),
      "out-of-date",
    ],
  ] as const)("%s", (_, record, asked, use) => {
    expect(decideUse(record, asked)).toBe(use);
  });
});

it("counts how long a task has been final over the calls of all instances", () => {
  expect(finalForMs("running", null, 100)).toBeNull();
  expect(finalForMs("finished", null, 100)).toBe(0);
  expect(finalForMs("finished", running({ ageMs: 1000 }), 100)).toBe(0);
  expect(finalForMs("finished", running({ ageMs: 1000 }, "finished", 3000), 100)).toBe(4100);
});
