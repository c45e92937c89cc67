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
