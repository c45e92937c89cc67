import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hiddenLabel, showHidden, splitHidden } from "./hidden-characters";

describe("D05 hidden characters", () => {
  it.each([
    ["a\u202egpj.exe", "a‹U+202E›gpj.exe"],
    ["a\u2066b\u2069", "a‹U+2066›b‹U+2069›"],
    ["pay\u200bpal", "pay‹U+200B›pal"],
    ["pay\u200dpal", "pay‹U+200D›pal"],
    ["pay\u200cpal", "pay‹U+200C›pal"],
    ["\u0430\u200d\u0431", "\u0430‹U+200D›\u0431"],
    ["\ufeffstart", "‹U+FEFF›start"],
    ["a\u200eb", "a‹U+200E›b"],
    ["a\0b\u001b[31mc\u009b", "a‹U+0000›b‹U+001B›[31mc‹U+009B›"],
    ["a\u2028b", "a‹U+2028›b"],
    ["lone \ud800 half", "lone ‹U+D800› half"],
    ["\u200b\u200b\u202e", "‹U+200B +2›"],
    ["hi\u{e0068}\u{e0069}", "hi‹U+E0068 +1›"],
    ["😀\ufe0f\ufe01\ufe02", "😀\ufe0f‹U+FE01 +1›"],
    ["\u3164", "‹U+3164›"],
    ["\u200d\u200d", "‹U+200D +1›"],
  ])("are spelt out in %j", (text, shown) => {
    expect(showHidden(text)).toBe(shown);
  });

  it.each([
    "",
    "Plain text,\twith a tab,\r\nand lines.",
    "日本語 한국어 naïve e\u0301 Ελληνικά",
    "👩‍👩‍👧‍👦 👍🏽 ❤️ 🏳️‍🌈 👩🏽‍💻",
    "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "می‌خواهم",
    "क्‍ष नमस्ते",
    "مرحبا\u200f (world)\u200e",
    "שָׁלוֹם",
    "葛\u{e0100}",
  ])("are none in %j", (text) => {
    expect(showHidden(text)).toBe(text);
  });

  it("end a tower of marks after eight of them", () => {
    expect(showHidden(`a${"\u0301".repeat(500)}b`)).toBe(
      `a${"\u0301".repeat(8)}b`.replace("b", "‹U+0301 +491›b"),
    );
  });

  it("lose nothing: the parts together are the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(splitHidden(text).join("")).toBe(text);
      }),
    );
  });

  it("leave a text that can be sent as UTF-8 and has no control left", () => {
    const texts = fc.array(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    );
    fc.assert(
      fc.property(texts, (units) => {
        const shown = showHidden(units.join(""));
        expect(Buffer.from(shown).toString()).toBe(shown);
        expect(shown).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 500 },
    );
  });

  it("are named by the first and by how many follow", () => {
    expect(hiddenLabel("\u202e")).toBe("U+202E");
    expect(hiddenLabel("\u{e0041}\u{e0042}\u{e0043}")).toBe("U+E0041 +2");
  });
});
