import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactValue, readJsonTree, type JsonNode } from "./json-tree";

const DEEP = 100;

/** Writes a tree back, and makes of it what JSON.parse would. */
function toText(node: JsonNode): string {
  switch (node.kind) {
    case "object":
      return `{${node.entries.map(([key, part]) => `${JSON.stringify(key)}:${toText(part)}`).join(",")}}`;
    case "list":
      return `[${node.items.map(toText).join(",")}]`;
    case "string":
      return JSON.stringify(node.value);
    case "literal":
      return node.text;
  }
}

describe("readJsonTree", () => {
  it("keeps literals, order and every key", () => {
    const text =
      '{"posts":[{"id":1743016360123456789,"price":19.90,"tiny":1e-9}],"2024":"b","10":"a","x":1,"x":2}';
    const tree = readJsonTree(text, DEEP);
    expect(tree === null ? null : toText(tree)).toBe(text);
  });

  it("reads what JSON.parse reads, and nothing else", () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 3 }), (text, spaces) => {
        const spaced = JSON.stringify(JSON.parse(text), null, spaces);
        const tree = readJsonTree(spaced, DEEP);
        expect(tree).not.toBeNull();
        if (tree !== null) expect(JSON.parse(toText(tree))).toEqual(JSON.parse(text));
      }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('{}[]":,0-.e \\u\n')) }),
        (text) => {
          let isJson = true;
          try {
            JSON.parse(text);
          } catch {
            isJson = false;
          }
          expect(readJsonTree(text, DEEP) !== null).toBe(isJson);
        },
      ),
    );
  });

  it("gives each part its own text", () => {
    const tree = readJsonTree(' { "a" : [ 1.0 , "\\"" ] } ', DEEP);
    if (tree?.kind !== "object") throw new Error("no object");
    expect(tree.text).toBe('{ "a" : [ 1.0 , "\\"" ] }');
    expect(tree.entries[0]?.[1].text).toBe('[ 1.0 , "\\"" ]');
  });

  it("refuses what is too deep, and reads a megabyte at once", () => {
    expect(readJsonTree("[".repeat(200) + "]".repeat(200), DEEP)).toBeNull();
    const wide = readJsonTree(`[${'"\\\\\\"",'.repeat(150_000)}0]`, DEEP);
    expect(wide?.kind === "list" ? wide.items.length : 0).toBe(150_001);
  });
});

it.each([
  ["1", 1],
  ["1.5", 1.5],
  ['"a\\u0062"', "ab"],
  ['{ "a": [1, 2] }', { a: [1, 2] }],
  ["1743016360123456789", "1743016360123456789"],
  ["-1449639299451211264", "-1449639299451211264"],
  ["19.90", "19.90"],
  ["1.0", "1.0"],
  ["1e-9", 1e-9],
  ['{"id":12345678901234567890123}', '{"id":12345678901234567890123}'],
  ['{"10":"a","2":"b"}', '{"10":"a","2":"b"}'],
  ['{"x":1,"x":2}', '{"x":1,"x":2}'],
])("exactValue of %s says all that it says", (text, expected) => {
  const node = readJsonTree(text, DEEP);
  expect(node === null ? null : exactValue(node)).toEqual(expected);
});
