import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutText } from "./cut-text";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

describe("cutting a text", () => {
  it("leaves what fits as it is", () => {
    expect(cutText("", 4)).toEqual({ text: "", cutFrom: null });
    expect(cutText("abcd", 4)).toEqual({ text: "abcd", cutFrom: null });
    expect(cutText("\uFEFFa", 4)).toEqual({ text: "\uFEFFa", cutFrom: null });
  });

  it("counts bytes of UTF-8 and tells the whole size", () => {
    expect(cutText("abcde", 4)).toEqual({ text: "abcd", cutFrom: 5 });
    expect(cutText("äöü", 5)).toEqual({ text: "äö", cutFrom: 6 });
    expect(cutText("\uFEFFabc", 5)).toEqual({ text: "\uFEFFab", cutFrom: 6 });
  });

  it("never leaves half of a surrogate pair, or a part of a sign", () => {
    expect(cutText("a👩‍👧", 9)).toEqual({ text: "a", cutFrom: 12 });
    expect(cutText("abe\u0301", 4).text).toBe("ab");
    expect(cutText("a😀", 4)).toEqual({ text: "a", cutFrom: 5 });
    expect(cutText("😀😀", 7).text).toBe("😀");
  });

  it("gives a beginning of the text that is as long as it may be", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: 0, max: 30 }),
        (text, most) => {
          const cut = cutText(text, most);
          expect(text.startsWith(cut.text)).toBe(true);
          expect(Buffer.byteLength(cut.text)).toBeLessThanOrEqual(most);
          expect(cut.cutFrom).toBe(Buffer.byteLength(text) > most ? Buffer.byteLength(text) : null);
          if (cut.cutFrom !== null) {
            const signs = Array.from(segmenter.segment(text), ({ segment }) => segment);
            const whole = Array.from(segmenter.segment(cut.text)).length;
            expect(signs.slice(0, whole).join("")).toBe(cut.text);
            expect(Buffer.byteLength(cut.text + (signs[whole] ?? ""))).toBeGreaterThan(most);
          }
        },
      ),
    );
  });
});
