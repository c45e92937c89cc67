import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRanges, normalizeForSearch } from "./normalize-for-search";

const marked = (text: string, query: string) =>
  findRanges(text, normalizeForSearch(query)).map(({ start, end }) => text.slice(start, end));

describe("folding", () => {
  it.each([
    ["ÉCOLE", "ecole"],
    ["İstanbul", "istanbul"],
    ["ΟΔΟΣ", "οδοσ"],
    ["οδός", "οδοσ"],
    ["straße", "straße"],
    ["Ёлка", "елка"],
    ["日本語", "日本語"],
  ])("%s is compared as %s", (text, normalized) => {
    expect(normalizeForSearch(text)).toBe(normalized);
  });
});

describe("marks", () => {
  it("stand on what the reader sees, whatever its accents and its case", () => {
    expect(marked("Caffè, cafe\u0301 and CAFE", "café")).toEqual(["cafe\u0301", "CAFE"]);
    expect(marked("ΟΔΟΣ οδός", "οδος")).toEqual(["ΟΔΟΣ", "οδός"]);
    expect(marked("İİ", "i")).toEqual(["İ", "İ"]);
  });

  it("take signs that mean something in a pattern as they are", () => {
    for (const query of ["(", "[a-z]*", "$&", "\\d+", ".*", "^", "a|b", "<b>"]) {
      expect(marked(`x ${query} y`, query)).toEqual([query]);
      expect(marked("plain words", query)).toEqual([]);
    }
  });

  it("never cut an emoji or a surrogate pair", () => {
    expect(marked("a 👩‍💻 b", "👩")).toEqual(["👩‍💻"]);
    expect(marked("👍🏽👍", "👍")).toEqual(["👍🏽", "👍"]);
    expect(marked("🇩🇪🇫🇷", "🇩🇪")).toEqual(["🇩🇪"]);
  });

  it("stand in texts that run from right to left", () => {
    expect(marked("ابحث عن شقة في دبي", "شقة")).toEqual(["شقة"]);
    expect(marked("דירה בתל אביב", "תל")).toEqual(["תל"]);
  });

  it("are none for an empty query, and a bounded number for a frequent one", () => {
    expect(findRanges("abc", "")).toEqual([]);
    expect(findRanges("a".repeat(10_000), "a")).toHaveLength(500);
  });

  it("lie in order inside the text, apart from one another, on what folds to the query", () => {
    const texts = fc.string({ unit: "grapheme", maxLength: 60 });
    fc.assert(
      fc.property(texts, texts, texts, (before, query, after) => {
        const text = `${before} ${query} ${after}`;
        const needle = normalizeForSearch(query);
        const ranges = findRanges(text, needle);
        if (needle !== "") expect(ranges.length).toBeGreaterThan(0);
        let last = 0;
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(normalizeForSearch(text.slice(start, end))).toContain(needle);
          last = end;
        }
      }),
    );
  });
});
