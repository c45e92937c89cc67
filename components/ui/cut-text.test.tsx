import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { FullText } from "@/lib/client/task/use-full-text";
import { BigText } from "./big-text";
import { byteWords } from "./byte-words";
import { CutNote } from "./cut-note";
import CutText from "./cut-text";
import { textChunks } from "./text-chunks";

const MEGABYTE = 1024 * 1024;
const note = (full: FullText<string>, size = 5 * MEGABYTE) =>
  renderToStaticMarkup(
    <CutNote shown="First 64 KB" size={size} full={full} onShow={() => undefined} href="/x" />,
  );

describe("the words about a cut text", () => {
  it("F13 say how much is shown of how much, and offer the rest", () => {
    const markup = note({ state: "cut" });
    expect(markup).toContain("First 64 KB of 5.0 MB");
    expect(markup).toMatch(/<button[^>]*>Show all<\/button>/);
  });

  it("F13 say that the rest is coming, or why it does not", () => {
    expect(note({ state: "loading" })).toMatch(/<button[^>]* disabled="".*Loading 5.0 MB…/s);
    const failed = note({ state: "failed", words: "Browser Use Cloud is slow" });
    expect(failed).toContain("Could not be loaded: Browser Use Cloud is slow.");
    expect(failed).toMatch(/<button[^>]*>Try again<\/button>/);
  });

  it("F13 offer more than a page should hold as a download", () => {
    const markup = note({ state: "cut" }, 20 * MEGABYTE);
    expect(markup).toContain('href="/x"');
    expect(markup).not.toContain("<button");
  });

  it("F13 stand below a box that is reached by keyboard", () => {
    const markup = renderToStaticMarkup(
      <CutText
        label="Memory"
        text={"x".repeat(65_536)}
        size={5 * MEGABYTE}
        load={() => Promise.resolve("")}
        href="/x"
        className=""
      />,
    );
    expect(markup).toMatch(/role="group" aria-label="Memory" tabindex="0"/);
    expect(markup).toContain("First 64 KB of 5.0 MB");
    expect(markup).not.toContain("style=");
  });

  it.each([
    [0, "0 bytes"],
    [1023, "1023 bytes"],
    [65_536, "64 KB"],
    [MEGABYTE - 1, "1.0 MB"],
    [5 * MEGABYTE, "5.0 MB"],
  ])("write %i bytes as %s", (bytes, words) => {
    expect(byteWords(bytes)).toBe(words);
  });
});

describe("a text in pieces", () => {
  it("D11 has no piece that takes long to lay out", () => {
    const pieces = textChunks("x".repeat(5 * MEGABYTE));
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(4000);
    expect(pieces.join("")).toHaveLength(5 * MEGABYTE);
  });

  it("D11 leaves a short text alone", () => {
    expect(renderToStaticMarkup(<BigText text="short" />)).toBe("short");
    expect(renderToStaticMarkup(<BigText text={"x".repeat(9000)} />).match(/<span/g)).toHaveLength(
      3,
    );
  });

  it("D11 loses no character and splits none", () => {
    const lines = fc
      .array(fc.constantFrom("a".repeat(1500), "😀".repeat(900), "\n", "b\n"), { maxLength: 20 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(lines, (text) => {
        const pieces = textChunks(text);
        expect(pieces.join("").replaceAll("\n", "")).toBe(text.replaceAll("\n", ""));
        for (const piece of pieces) expect(Buffer.from(piece).toString()).toBe(piece);
      }),
    );
  });
});
