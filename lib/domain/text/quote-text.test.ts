import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quoteText } from "./quote-text";

/** The quotation without its marks. */
const inside = (text: string, longest?: number) => quoteText(text, longest)?.slice(2, -2) ?? null;

describe("quoteText", () => {
  it("puts a short text on one line between quotation marks", () => {
    expect(quoteText("  the list\n is\tempty ")).toBe("“\u2068the list is empty\u2069”");
  });

  it("cuts a long text and says so", () => {
    expect(inside("word ".repeat(100), 20)).toBe("word word word word…");
    expect(inside("x".repeat(97))).toBe(`${"x".repeat(95)}…`);
    expect(inside("x".repeat(96))).toBe("x".repeat(96));
  });

  it("has nothing to quote of an empty text, or of one that cannot be seen", () => {
    expect(quoteText("")).toBeNull();
    expect(quoteText(" \u200b\u202e\n\u0000 ")).toBeNull();
  });

  it("keeps no character that turns the direction of the sentence, whatever comes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const quote = inside(`a${text}\u202e\u2069b`);
        expect(quote).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(Array.from(quote ?? "").length).toBeLessThanOrEqual(96);
      }),
    );
  });

  it("cuts no sign in two", () => {
    expect(inside("🙂".repeat(10), 5)).toBe("🙂🙂…");
  });
});
