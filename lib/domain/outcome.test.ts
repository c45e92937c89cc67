import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { outcomeOf } from "./outcome";

describe("outcomeOf", () => {
  it.each([
    "Success - Opened the page.",
    "Success",
    "Successfully set both fields.",
    "✅ Success: the cart has one item",
    "**Success** – done",
    "The form was sent. Verdict: Success",
    "成功 - 已打开页面",
    "Erfolg: Seite geöffnet",
  ])("reads %j as success", (text) => {
    expect(outcomeOf(text)).toBe("success");
  });

  it.each([
    "Failed - the click did nothing",
    "Failure: no such element",
    "Unsuccessful as the dates default to November",
    "Not successful because the field is empty",
    "Unable to proceed without the city.",
    "No, the page is still loading",
    "Clicking had no effect. Verdict: Failure.",
    "失败：没有找到按钮",
  ])("reads %j as failure", (text) => {
    expect(outcomeOf(text)).toBe("failure");
  });

  it.each([
    "",
    "Unknown",
    "N/A",
    "Partially successful, since dates need confirmation",
    "Entered Bali which shows a suggestion",
    "Notes are visible",
    "Nothing to evaluate yet",
    "Everything went as planned. Verdict: Uncertain",
  ])("leaves %j unknown", (text) => {
    expect(outcomeOf(text)).toBe("unknown");
  });

  it("F13 finds the closing verdict at the end of the longest text", () => {
    expect(outcomeOf(`${"a".repeat(5_000_000)} Verdict: Success`)).toBe("success");
  });

  it("lets the closing verdict win over the opening word", () => {
    expect(outcomeOf("Successfully opened the wrong page. Verdict: Failure")).toBe("failure");
  });
});

type Phrase = { text: string; outcome: string };

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../test/field/${name}`, import.meta.url), "utf8"));

// What careful readers say of evaluations: one list from the field, one made to mislead.
const CORPORA: readonly (readonly [string, readonly Phrase[]])[] = [
  ["of the field", read("outcome-phrases.json") as Phrase[]],
  [
    "that mislead and of many languages",
    (read("evaluations.json") as [string, string][]).map(([text, outcome]) => ({ text, outcome })),
  ],
];

describe.each(CORPORA)("evaluations %s", (_name, phrases) => {
  it("are never said to tell what they do not tell", () => {
    const wrong = phrases.filter(({ text, outcome }) => {
      const found = outcomeOf(text);
      return found !== "unknown" && found !== outcome;
    });
    expect(wrong.map(({ text }) => `${text} → ${outcomeOf(text)}`)).toEqual([]);
  });

  it("are left unknown where a reader would not in one of seven at most", () => {
    const telling = phrases.filter(({ outcome }) => outcome !== "unknown");
    const missed = telling.filter(({ text }) => outcomeOf(text) === "unknown");
    expect(missed.map(({ text }) => text).length).toBeLessThanOrEqual(telling.length / 7);
  });
});

it("an evaluation of any kind is read in time that grows with its length, and hardly", () => {
  const nasty = [
    "no ",
    "verdict: ",
    ". ",
    "\n",
    "success but ",
    '"',
    "成",
    "가",
    "́",
    "e\u0301",
    "'a ",
  ];
  for (const piece of nasty) {
    const text = piece.repeat(65_536 / piece.length);
    const started = process.cpuUsage();
    outcomeOf(text);
    const { user } = process.cpuUsage(started);
    expect(user / 1000, JSON.stringify(piece)).toBeLessThan(50);
  }
});
