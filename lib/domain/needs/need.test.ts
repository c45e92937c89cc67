import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareNeeds, isNeedKey, isSeenNeed, type Need, type RankedNeed } from "./need";
import { needWords } from "./need-words";

const NEED: Need = {
  reason: "captcha",
  severity: "now",
  since: null,
  step: 12,
  isGuess: true,
  key: "captcha-12",
};
const ranked = (more: Partial<Need> | null, isSeen = false): RankedNeed => ({
  need: more === null ? null : { ...NEED, ...more },
  isSeen,
});

describe("needs in order", () => {
  const ORDER = [
    ranked({ since: "2026-03-01T10:00:00.000Z" }),
    ranked({ since: "2026-03-01T11:00:00.000Z" }),
    ranked({ since: null }),
    ranked({ severity: "soon" }),
    ranked({ severity: "look", since: "2026-03-01T11:00:00.000Z" }),
    ranked({ severity: "look", since: "2026-03-01T10:00:00.000Z" }),
    ranked({ severity: "now" }, true),
    ranked({ severity: "look" }, true),
    ranked(null),
  ];

  it("put the longest wait first, then what costs, the newest end, what was seen, and the rest", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ORDER, { minLength: ORDER.length }), (some) => {
        expect(some.toSorted(compareNeeds)).toEqual(ORDER);
      }),
    );
  });
});

describe("a key", () => {
  it.each(["paused", "paused-3", "captcha-12", "end", "live-after-end", "stuck-0"])("%s", (key) => {
    expect(isNeedKey(key)).toBe(true);
  });
  it.each(["", "end-", "End", "captcha-12345678", "failed", "x".repeat(99), "paused\n", "a-1"])(
    "%j is none",
    (key) => {
      expect(isNeedKey(key)).toBe(false);
    },
  );

  it("is seen when it was marked, and in a list when an occasion of its kind was", () => {
    expect(isSeenNeed(NEED, ["end", "captcha-12"])).toBe(true);
    expect(isSeenNeed(NEED, ["captcha-1", "captcha-120"])).toBe(false);
    expect(isSeenNeed({ ...NEED, key: "paused" }, ["paused-4"])).toBe(true);
    expect(isSeenNeed({ ...NEED, key: "paused-4" }, ["paused"])).toBe(false);
  });
});

describe("the words for a need", () => {
  const inShort = (more: Partial<Need>, hasLive = true) => {
    const { title, next } = needWords({ ...NEED, ...more }, hasLive);
    return `${title} · ${next.label} (${next.kind})`;
  };

  it("say what it is and what to do next", () => {
    const end = { severity: "look", step: null } as const;
    expect([
      inShort({}),
      inShort({}, false),
      inShort({ reason: "paused", step: null }, false),
      inShort({ reason: "stuck", severity: "soon", step: 5 }),
      inShort({ ...end, reason: "login", step: 7 }),
      inShort({ ...end, reason: "failed" }),
      inShort({ reason: "live-after-end", severity: "soon", step: null }),
    ]).toEqual([
      "Waits at a captcha · Take control (live)",
      "Waits at a captcha · Open step 12 (step)",
      "Paused until somebody resumes it · Open the run (run)",
      "Seems stuck · Open step 5 (step)",
      "Ended at a login · Open step 7 (step)",
      "Failed · Open the output (output)",
      "Over, and its browser is still up · Open the live view (live)",
    ]);
  });
});
