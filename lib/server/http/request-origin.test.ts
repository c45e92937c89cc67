import { describe, expect, it } from "vitest";
import { decideAction, decideRead } from "./request-origin";

describe("a read", () => {
  it("is refused only for another site", () => {
    expect(decideRead(new Headers()).allow).toBe(true);
    for (const site of ["same-origin", "same-site", "none"]) {
      expect(decideRead(new Headers({ "sec-fetch-site": site })).allow).toBe(true);
    }
    expect(decideRead(new Headers({ "sec-fetch-site": "cross-site" })).allow).toBe(false);
  });
});

describe("an action", () => {
  const json = { "content-type": "application/json" };

  it.each<Record<string, string>>([
    {},
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "same-origin", ...json },
    { origin: "http://sight.example:3000", host: "sight.example:3000" },
    { "content-type": "application/json; charset=utf-8" },
  ])("is let through with %j", (headers) => {
    expect(decideAction(new Headers(headers)).allow).toBe(true);
  });

  it.each<Record<string, string>>([
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { origin: "null", host: "sight.example" },
    { origin: "https://evil.example", host: "sight.example" },
    { origin: "http://sight.example:3001", host: "sight.example:3000" },
    { "content-type": "text/plain" },
    { "content-type": "application/x-www-form-urlencoded" },
    { "content-type": "application/json-patch" },
    { "sec-fetch-site": "same-origin", "content-type": "multipart/form-data" },
  ])("is refused with %j", (headers) => {
    expect(decideAction(new Headers(headers)).allow).toBe(false);
  });
});
