import { describe, expect, it } from "vitest";
import { parseAction } from "./action";
import { actionLabel, describeAction } from "@/lib/domain/steps/describe-action";

describe("parseAction", () => {
  it("reads the name and the parameters", () => {
    expect(parseAction('{"click_element_by_index":{"index":12}}')).toEqual({
      name: "click_element_by_index",
      params: { index: 12 },
    });
  });

  it("reads actions without parameters", () => {
    expect(parseAction('{"go_back":{}}')).toEqual({ name: "go_back", params: {} });
    expect(parseAction('{"go_back":null}')).toEqual({ name: "go_back", params: {} });
  });

  it("skips the empty neighbours that older versions write", () => {
    expect(parseAction('{"done":{"text":"ok"},"interacted_element":null}')).toEqual({
      name: "done",
      params: { text: "ok" },
    });
  });

  it("reads a name that stands beside its parameters", () => {
    expect(parseAction('{"action":"click","x":1,"y":2}')).toEqual({
      name: "click",
      params: { x: 1, y: 2 },
    });
  });

  it("wraps a parameter that is no object", () => {
    expect(parseAction('{"wait":3}')).toEqual({ name: "wait", params: { value: 3 } });
  });

  it.each(["", "click(12)", "[]", '"text"', "12", "null", "{", '{"a":1,"b":2}'])(
    "keeps %j raw",
    (text) => {
      expect(parseAction(text)).toEqual({ raw: text });
    },
  );

  it("treats keys of the prototype as plain names", () => {
    expect(parseAction('{"__proto__":{"polluted":true}}')).toEqual({
      name: "__proto__",
      params: { polluted: true },
    });
    expect("polluted" in {}).toBe(false);
  });
});

describe("describeAction", () => {
  it("names the action and its most telling parameter", () => {
    expect(describeAction(parseAction('{"input_text":{"index":3,"text":"Jakarta"}}'))).toBe(
      "Input text Jakarta",
    );
    expect(describeAction(parseAction('{"go_back":{}}'))).toBe("Go back");
  });

  it("shortens what is long and joins lines", () => {
    const text = describeAction({ raw: `one\n two ${"x".repeat(500)}` });
    expect(text.startsWith("one two x")).toBe(true);
    expect(text.length).toBe(80);
  });

  it("writes names of any style as words", () => {
    expect(actionLabel("clickElement")).toBe("Click element");
    expect(actionLabel("switch-tab")).toBe("Switch tab");
    expect(actionLabel("__")).toBe("__");
  });
});
