import { describe, expect, it } from "vitest";
import { parseRecents } from "./recents";

const entry = { id: "a", prompt: "Buy milk", status: "running", stepCount: 3, openedAt: 1 };

describe("parseRecents", () => {
  it("reads what was written", () => {
    expect(parseRecents(JSON.stringify([entry]))).toEqual([entry]);
  });

  it.each([null, "", "{", "{}", "null", '["x"]', JSON.stringify([{ ...entry, status: "odd" }])])(
    "takes %j for an empty list",
    (text) => {
      expect(parseRecents(text)).toEqual([]);
    },
  );

  it("keeps the good entries beside a bad one, and twelve at most", () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ ...entry, id: String(index) }));
    const read = parseRecents(JSON.stringify([{ id: 1 }, ...many]));
    expect(read.map((recent) => recent.id)).toEqual(many.slice(0, 12).map((recent) => recent.id));
  });
});
