import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { truncate, wholeEnd } from "./truncate";

const PARTS = [
  "a",
  " ",
  "é",
  "e\u0301",
  "가",
  "각",
  "👍🏽",
  "👨‍👩‍👧‍👦",
  "🇩🇪",
  "😀",
  "\u0627\u0651",
  "\r\n",
  "क्षि",
  "…",
];
const text = fc.array(fc.constantFrom(...PARTS), { maxLength: 60 }).map((parts) => parts.join(""));
const graphemes = (given: string) =>
  Array.from(new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(given)).map(
    ({ segment }) => segment,
  );

describe("truncate", () => {
  it("is a beginning of whole characters, and no longer than asked", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 80 }), (given, most) => {
        const short = truncate(given, most);
        expect(short.length).toBeLessThanOrEqual(Math.max(most, 1));
        expect(short).not.toMatch(/\p{Surrogate}/u);
        if (short === given) return;
        expect(short.endsWith("…")).toBe(true);
        const kept = graphemes(short.slice(0, -1));
        expect(graphemes(given).slice(0, kept.length)).toEqual(kept);
      }),
    );
  });

  it("leaves a text that fits as it is", () => {
    expect(truncate("abc", 3)).toBe("abc");
    expect(truncate("abcd", 3)).toBe("ab…");
    expect(truncate("😀😀", 3)).toBe("😀…");
  });

  it("ends somewhere in what is one endless character", () => {
    const endless = `a${"\u0301".repeat(10_000)}`;
    expect(wholeEnd(endless, 5000)).toBe(5000);
    expect(truncate(endless, 100).length).toBe(100);
  });
});
