import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphemeEnd, graphemeStart } from "./grapheme-edges";
import { beginningOf, truncate } from "./truncate";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const edgesOf = (text: string) =>
  new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length));

const PIECES = [
  "a",
  " ",
  "\n",
  "\r\n",
  "é",
  "e\u0301",
  "👩\u200d👩\u200d👧\u200d👦",
  "👍🏽",
  "🇩🇪",
  "🇫",
  "각",
  "\u1100\u1161\u11a8",
  "가\u11a8",
  "क्षि",
  "न्",
  "ก็",
  "กำ",
  "שָׁ",
  "لَّ",
  "漢",
  "か\u3099",
  "ｶﾞ",
  "1️⃣",
  "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
  "\u200d",
  "\u0600",
  "\ufe0f",
  "😀",
  "©",
  "\u00ad",
  "\u0007",
];
const texts = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 40 })
  .map((parts) => parts.join(""));
const anyText = fc.oneof(texts, fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));

describe("cutting a text short", () => {
  it("gives the text, or a beginning of whole signs with an ellipsis, never longer than asked", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 60 }), (text, longest) => {
        const short = truncate(text, longest);
        expect(short.length).toBeLessThanOrEqual(longest);
        expect(short).not.toMatch(/\p{Surrogate}/u);
        if (text.length <= longest) {
          expect(short).toBe(text);
          return;
        }
        const begin = short.replace(/…$/, "");
        expect(text.startsWith(begin)).toBe(true);
        expect(edgesOf(text)).toContain(begin.length);
        if (longest > 0) expect(short.endsWith("…")).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps as many whole signs as there is room for", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 60 }), (text, longest) => {
        const best = Math.max(...[...edgesOf(text)].filter((edge) => edge <= longest));
        expect(beginningOf(text, longest)).toHaveLength(best);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    "🇩🇪",
    "👩\u200d👩\u200d👧\u200d👦",
    "e\u0301",
    "각",
    "\u1100\u1161\u11a8",
    "漢",
    "👍🏽",
    "ab",
  ])("cuts a long row of %s between two of them", (sign) => {
    const text = sign.repeat(400);
    for (let at = 0; at < 300; at++) {
      expect(graphemeStart(text, at)).toBe(at - (at % (sign === "ab" ? 1 : sign.length)));
    }
  });

  it("leaves out a sign that is longer than there is room for", () => {
    expect(truncate(`abe\u0301\u0302\u0303`, 5)).toBe("ab…");
    expect(truncate(`e${"\u0301".repeat(500)}`, 100)).toBe("…");
  });

  it("cuts what is no sign of any script between two characters", () => {
    const marks = `e${"\u0301".repeat(70_000)}`;
    expect(truncate(marks, 5000)).toHaveLength(5000);
    expect(beginningOf(`e${"\u{1d165}".repeat(9000)}`, 5000)).toHaveLength(4999);
  });

  it("finds the end of a sign as it finds its beginning", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 60 }), (text, at) => {
        const edges = [...edgesOf(text)];
        const end = Math.min(...edges.filter((edge) => edge >= at), text.length);
        expect(graphemeEnd(text, at)).toBe(end);
      }),
      { numRuns: 2000 },
    );
  });
});
