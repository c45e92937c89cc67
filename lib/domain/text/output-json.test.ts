import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readOutputJson } from "./output-json";

const output = (name: string) =>
  // The files are the project's own.
  (
    JSON.parse(readFileSync(new URL(`../../../test/field/${name}`, import.meta.url), "utf8")) as {
      doneOutput: string;
    }
  ).doneOutput;

it("keeps every digit, zero, key and the order of an output", () => {
  const text = output("07-big-integers-and-key-order.json");
  expect(readOutputJson(text)?.tree.text).toBe(text);
});

it("finds what stands between fences, and keeps the words around it", () => {
  const found = readOutputJson(output("09-fenced-json.json"));
  expect(found?.tree.kind).toBe("object");
  expect(readOutputJson("Here it is:\n\n```json\n[1]\n```\n\nDone.")).toMatchObject({
    before: "Here it is:",
    after: "Done.",
    tree: { kind: "list" },
  });
  expect(readOutputJson("```\n{}\n```")?.tree.kind).toBe("object");
});

it.each([
  ['"{\\"a\\":1.0}"', '{"a":1.0}'],
  ['"\\"[1743016360123456789]\\""', "[1743016360123456789]"],
])("opens %s, which was encoded more than once", (text, inner) => {
  expect(readOutputJson(text)?.tree.text).toBe(inner);
});

it.each([
  "",
  "0",
  "null",
  '"text"',
  "{",
  "text",
  "```python\nprint({})\n```",
  "```json\n{}\n```\n```json\n[]\n```",
  "```json\n{}",
  "a ```json {} ``` b",
  '"\\"\\\\\\"[1]\\\\\\"\\""x',
])("leaves %j", (text) => {
  expect(readOutputJson(text)).toBeNull();
});
