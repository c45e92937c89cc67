import { describe, expect, it } from "vitest";
import { act } from "../script";
import { toolCalls } from "./tool-calls";

const NEXT = "https://shop.example/boots";
const browser = (description: string, code: string) => ({
  tool: "browser_execute",
  input: { description, code },
  title: description,
});

describe("the calls of a step", () => {
  it.each([
    [
      act("go_to_url", { url: "https://a.example/" }),
      browser(
        "Open https://a.example/",
        'await page.goto("https://a.example/");\nawait page.waitForLoad();',
      ),
    ],
    [
      act("click_element_by_index", { index: 3 }),
      browser(
        "Follow the link of element 3",
        `await cdp.send("Page.navigate", { url: "${NEXT}" });\nawait page.waitForLoad();`,
      ),
    ],
    [
      act("input_text", { index: 4, text: 'a "word"' }),
      browser("Type into field 4", 'await page.elements.at(4).type("a \\"word\\"");'),
    ],
    [
      act("write_file", { file_name: "a.csv", content: "x" }),
      { tool: "write", input: { filePath: "/workspace/a.csv", content: "x" }, title: "a.csv" },
    ],
    [
      act("shell", { command: "ls", description: "List" }),
      { tool: "shell", input: { command: "ls", description: "List" }, title: "List" },
    ],
    [
      act("webfetch", { url: NEXT, format: "text" }),
      { tool: "webfetch", input: { url: NEXT, format: "text" }, title: NEXT },
    ],
    [act("dance", { speed: 2 }), { tool: "dance", input: { speed: 2 }, title: "dance" }],
    ['{"dance":3}', { tool: "dance", input: { value: 3 }, title: "dance" }],
    ["no JSON", browser("Run a program", "no JSON")],
    ["[]", browser("Run a program", "[]")],
    ['{"__proto__":{"a":1}}', { tool: "__proto__", input: { a: 1 }, title: "__proto__" }],
    ['{"constructor":{}}', { tool: "constructor", input: {}, title: "constructor" }],
  ])("tell %s", (action, call) => {
    expect(toolCalls([action], NEXT)).toEqual([call]);
  });

  it("click where nothing leads to another page", () => {
    expect(toolCalls([act("click", { index: 3 })], null)).toEqual([
      browser("Click element 3", "await page.elements.at(3).click();"),
    ]);
  });

  it("are one for each action, and none for the last word", () => {
    expect(toolCalls([act("wait"), act("go_back"), act("done", { text: "x" })], null)).toHaveLength(
      2,
    );
  });

  it("tell what is too deep as text", () => {
    const deep = `{"deep":${"[".repeat(20_000)}${"]".repeat(20_000)}}`;
    expect(toolCalls([deep], null)).toEqual([browser("Run a program", deep)]);
  });
});
