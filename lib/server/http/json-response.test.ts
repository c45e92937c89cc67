import { describe, expect, it } from "vitest";
import { jsonResponse } from "./json-response";

describe("a JSON answer", () => {
  it("holds the body and the headers", async () => {
    const response = jsonResponse({ a: 1 }, { etag: '"a"' });
    expect(response.headers.get("etag")).toBe('"a"');
    expect(await response.text()).toBe('{"a":1}');
  });

  it("is written once for all who get the same object", async () => {
    let written = 0;
    const body = { toJSON: () => ++written };
    const answers = [jsonResponse(body, {}), jsonResponse(body, {})];
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([1, 1]);
    expect(await jsonResponse({ toJSON: () => ++written }, {}).json()).toBe(2);
  });
});
