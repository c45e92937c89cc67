import { describe, expect, it } from "vitest";
import { decideAction, decideRead } from "./request-origin";

const NO_COOKIE = { publicOrigin: "https://sight.example", hasCookie: false };
const COOKIE = { ...NO_COOKIE, hasCookie: true };

describe("a read", () => {
  it("is refused only for another site", () => {
    expect(decideRead(new Headers()).allow).toBe(true);
    for (const site of ["same-origin", "same-site", "none"]) {
      expect(decideRead(new Headers({ "sec-fetch-site": site })).allow).toBe(true);
    }
    expect(decideRead(new Headers({ "sec-fetch-site": "cross-site" })).allow).toBe(false);
  });
});

describe("B08 an action", () => {
  const json = { "content-type": "application/json" };

  it.each<Record<string, string>>([
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "same-origin", ...json },
    { "sec-fetch-site": "same-origin", "content-type": "application/json; charset=x" },
    { origin: "http://sight.example:3000", host: "sight.example:3000" },
    { origin: "https://sight.example", host: "10.0.0.7:3000", ...json },
  ])("is let through with %j, with a cookie and without", (headers) => {
    expect(decideAction(new Headers(headers), NO_COOKIE).allow).toBe(true);
    expect(decideAction(new Headers(headers), COOKIE).allow).toBe(true);
  });

  it.each<Record<string, string>>([
    {},
    json,
    { "content-type": "application/json; charset=utf-8" },
  ])("of a program with %j is let through without a cookie, and refused with one", (headers) => {
    expect(decideAction(new Headers(headers), NO_COOKIE).allow).toBe(true);
    expect(decideAction(new Headers(headers), COOKIE).allow).toBe(false);
  });

  it.each<Record<string, string>>([
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { "sec-fetch-site": "cross-site", origin: "https://sight.example", ...json },
    { origin: "null", host: "sight.example" },
    { origin: "null", host: "null" },
    { origin: "https://evil.example", host: "sight.example" },
    { origin: "https://sight.example.evil.example", host: "sight.example" },
    { origin: "http://sight.example:3001", host: "sight.example:3000" },
    { "content-type": "text/plain" },
    { "content-type": "application/x-www-form-urlencoded" },
    { "content-type": "application/json-patch" },
    { "content-type": "text/plain; application/json" },
    { "sec-fetch-site": "same-origin", "content-type": "multipart/form-data" },
    { "sec-fetch-site": "same-origin", "content-type": "text/plain" },
  ])("is refused with %j", (headers) => {
    expect(decideAction(new Headers(headers), NO_COOKIE).allow).toBe(false);
    expect(decideAction(new Headers(headers), COOKIE).allow).toBe(false);
  });
});
