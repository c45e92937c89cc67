import { describe, expect, it } from "vitest";
import { readJudgement } from "@/lib/domain/task/judgement";
import { outputKind } from "./output-kind";

describe("outputKind", () => {
  it("tells an absent output from an empty one", () => {
    expect(outputKind(null)).toEqual({ kind: "absent" });
    expect(outputKind(" \n")).toEqual({ kind: "empty" });
  });

  it("takes objects and lists for JSON, and nothing else that JSON could be", () => {
    expect(outputKind(' {"a":[1,2]} ')).toMatchObject({
      kind: "json",
      tree: { text: '{"a":[1,2]}' },
    });
    expect(outputKind("[]")).toMatchObject({ kind: "json", tree: { text: "[]" } });
    expect(outputKind("0")).toEqual({ kind: "text" });
    expect(outputKind("null")).toEqual({ kind: "text" });
    expect(outputKind('{"a":')).toEqual({ kind: "text" });
  });

  it.each([
    "# Title\ntext",
    "- one\n- two",
    "1) GLM\n2) Opus",
    "| a | b |\n|---|---|",
    "The **best** price",
    "See [the page](https://example.com)",
    "Run `npm ci`",
  ])("takes %j for Markdown", (text) => {
    expect(outputKind(text)).toEqual({ kind: "markdown" });
  });

  it.each([
    "The cheapest room costs US$14.",
    "2 * 3 * 4 = 24",
    'Traceback (most recent call last):\n  File "agent.py", line 3, in run\n- boom',
  ])("leaves %j as text", (text) => {
    expect(outputKind(text)).toEqual({ kind: "text" });
  });

  it("does not parse what is too deep or too long to show", () => {
    expect(outputKind("[".repeat(100_000) + "]".repeat(100_000))).toEqual({ kind: "text" });
    expect(outputKind(`# ${"x".repeat(300_000)}`)).toEqual({ kind: "text" });
  });
});

describe("readJudgement", () => {
  it("finds the reason in the judge's report", () => {
    expect(readJudgement('{"verdict":false,"reasoning":"The cart is empty."}')).toBe(
      "The cart is empty.",
    );
    expect(readJudgement('{"failure_reason":"Captcha","reasoning":"long"}')).toBe(
      "Captcha\n\nlong",
    );
  });

  it("keeps a text that is no report", () => {
    expect(readJudgement("It failed.")).toBe("It failed.");
    expect(readJudgement("{broken")).toBe("{broken");
  });

  it.each([null, "", "  ", "null", '{"verdict":true}'])("has nothing to say for %j", (text) => {
    expect(readJudgement(text)).toBeNull();
  });
});
