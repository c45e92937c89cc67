import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseAction } from "@/lib/domain/task/action";
import { describeAction } from "./describe-action";

type Run = { steps: { actions: string[] }[] };

const read = (name: string) =>
  // The files are the project's own.
  (
    JSON.parse(readFileSync(new URL(`../../../test/field/${name}`, import.meta.url), "utf8")) as Run
  ).steps.flatMap(({ actions }) => actions);

describe("every action of the newest agent", () => {
  const actions = read("12-new-action-names.json");
  const words = (text: string) => describeAction(parseAction(text));

  it("reads as what it does", () => {
    expect(actions.map(words)).toMatchInlineSnapshot(`
      [
        "Click at 412, 318",
        "Scroll down 1 page",
        "Scroll up 10 pages",
        "Scroll down 0.5 pages in element 88",
        "Switch to tab A1B2",
        "Close tab A1B2",
        "Evaluate (function(){return [...document.querySelectorAll("tr")].length})()",
        "Search page refund policy",
        "Find elements table tr, ["href"]",
        "Find text Total",
        "Write file todo.md, # Plan - [ ] open - [ ] read",
        "Replace file todo.md, - [ ] open",
        "Read file results.csv",
        "Upload file /home/user/uploads/cv_final.pdf",
        "Screenshot",
        "Screenshot",
        "Save as pdf invoice.pdf",
        "Extract all prices",
        "Extract with script prices, s1",
        "Read long content find the clause, page",
        "Dropdown options element 9",
        "Select dropdown Germany",
        "Send keys Control+a",
        "Empty the field of element 3",
        "Input Jakarta",
        "Wait 3 s",
        "Go back",
        "Search laptops, duckduckgo",
        "Open in a new tab https://www.shop.example/very/long/path/to/a/product?utm_so…",
        "Done: {"count":3,"items":["a","b"]}",
        "Done: Saved.",
        "Drag #a to #b",
        "Hold key and click Shift",
        "Mcp github create issue Bug, x",
        "Request human input Please solve the captcha",
        "Get 2fa code",
      ]
    `);
  });

  it("reads unlike every other", () => {
    // A screenshot without a file name, and one with none, are the same.
    const different = new Set(
      actions.map((text) => JSON.stringify(parseAction(text)).replace('"file_name":null', "")),
    );
    expect(new Set(actions.map(words)).size).toBe(different.size);
  });

  it.each([
    ['{"scroll_up":{"amount":300}}', "Scroll up 300 pixels"],
    ['{"scroll_down":{}}', "Scroll down"],
    ['{"click_element_by_index":{"index":12}}', "Click element by index 12"],
    ['{"done":{"text":"No","success":false}}', "Give up: No"],
    ['{"my_tool":{"title":"a","body":"b"}}', "My tool a, b"],
  ])("%s reads %s", (text, expected) => {
    expect(words(text)).toBe(expected);
  });
});

describe("what stands beside an action", () => {
  const [navigate, input, password, click] = read("11-interacted-element-makes-raw.json").map(
    parseAction,
  );

  it("is no second action", () => {
    for (const action of [navigate, input, password, click]) expect(action).toHaveProperty("name");
    expect(input === undefined ? "" : describeAction(input)).toBe("Input placeholder_username");
    expect(navigate).toMatchObject({ name: "navigate" });
    expect(navigate !== undefined && "result" in navigate ? navigate.result : "").toMatch(/^Found/);
  });

  it("keeps where the element lay and what it is called", () => {
    expect(input).toMatchObject({
      element: {
        bounds: { x: 684.5, y: 162, width: 316, height: 24 },
        name: "Jméno nebo e-mail",
      },
    });
    expect(
      parseAction(
        '{"interacted_element":{"bounds":{"x":1,"y":2,"width":3,"height":4}},"click":{}}',
      ),
    ).toMatchObject({ element: { bounds: { x: 1, y: 2, width: 3, height: 4 } } });
  });

  it("never makes an action of what is none, nor loses one of two", () => {
    for (const text of ['{"result":"ok"}', '{"click":{"index":1},"wait":{"seconds":2}}'])
      expect(parseAction(text)).toEqual({ raw: text });
    expect(parseAction('{"go_back":null,"interacted_element":null}')).toEqual({
      name: "go_back",
      params: {},
    });
  });
});

it("digits, zeros and keys of an action stand as they were written", () => {
  const [, open, done] = read("07-big-integers-and-key-order.json").map(parseAction);
  expect(open).toEqual({
    name: "open_post",
    params: { post_id: "1743016360123456789", price: "19.90" },
  });
  expect(done).toEqual({
    name: "done",
    params: { success: true, data: '{"posts":[{"id":1743016360123456789}]}' },
  });
  expect(parseAction('{"pick":{"x":1,"x":2}}')).toEqual({
    name: "pick",
    params: { value: '{"x":1,"x":2}' },
  });
});
