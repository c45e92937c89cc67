import { describe, expect, it } from "vitest";
import { addressIn, endIfSame, readFoundStep } from "./found-steps";
import type { FoundSteps } from "./known-answer";

/** The only step of an answer. */
function found(text: string): FoundSteps {
  return { text, steps: [readFoundStep(text)], starts: [0], ends: [text.length] };
}

const step = (address: string, more = "") =>
  `{"number":1,"screenshotUrl":"${address}","memory":"a"${more}}`;
const isSame = (before: string, now: string) => endIfSame(now, 0, found(before), 0) === now.length;

const A = "https://a.example/1.png?sig=A";
const B = "https://a.example/1.png?sig=BB&more=1";

describe("a step that is known", () => {
  it("is found whatever its address is signed with, and the new address with it", () => {
    expect(isSame(step(A), step(A))).toBe(true);
    expect(isSame(step(A), step(B))).toBe(true);
    const now = { ...found(step(A)), text: step(B), ends: [step(B).length] };
    expect(addressIn(now, 0)).toBe(B);
  });

  it.each([
    ["another picture", step(A), step(A.replace("1.png", "2.png"))],
    ["another text", step(A), step(A).replace('"a"', '"b"')],
    ["another text that begins the same", step(A), step(A).replace('"a"', '"ab"')],
    ["more beside it", step(A), step(A, ',"url":"x"')],
    ["an escape in its address", step(A), step(`${A}\\n`)],
    ["no JSON in its address", step(A), step(`${A}\n`)],
    ["an address that is too long to be one", step(A), step(A.padEnd(17_000, "x"))],
    [
      "an address with another query, where it was spelt with escapes",
      step("x\\u003fA"),
      step("x\\u003fB"),
    ],
    [
      "an address that it has twice",
      step(A, `,"screenshotUrl":"${A}"`),
      step(B, `,"screenshotUrl":"${A}"`),
    ],
    [
      "an address under a name spelt anew",
      step(A, `,"screenshot\\u0055rl":"${A}"`),
      step(B, `,"screenshot\\u0055rl":"${A}"`),
    ],
    ["a plain address that got a query", step("https://a.example/1.png"), step(A)],
  ])("is not found with %s", (_, before, now) => {
    expect(isSame(before, now)).toBe(false);
  });

  it("is refused as deep as it would be in its answer", () => {
    const nested = (depth: number) => `{"more":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    expect(readFoundStep(nested(61)).content).not.toBeNull();
    expect(() => readFoundStep(nested(62))).toThrow("Too deep");
  });
});
