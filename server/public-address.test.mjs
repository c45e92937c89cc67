// @ts-check
import { describe, expect, it } from "vitest";
import { isOverHttps, isThisMachine } from "./public-address.mjs";

describe("this machine", () => {
  it.each(["localhost", "LocalHost", "127.0.0.1", "127.255.3.99", "::1", "[::1]"])(
    "is %s",
    (host) => {
      expect(isThisMachine(host)).toBe(true);
    },
  );

  it.each([
    "",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "127.0.0.256",
    "127.0.0",
    "127.0.0.1:3000",
    "[::1",
    "::1]",
    "0.0.0.0",
    "128.0.0.1",
    "localhost\n",
    "evil.example",
  ])("is not %j", (host) => {
    expect(isThisMachine(host)).toBe(false);
  });
});

describe("people come over https", () => {
  it.each(["https://sight.example", "HTTPS://sight.example", " https://sight.example:8443/ "])(
    "with %j",
    (url) => {
      expect(isOverHttps(url)).toBe(true);
    },
  );

  it.each([null, undefined, "", "http://localhost:3000", "https", "httpsx://a", "//a"])(
    "not with %j",
    (url) => {
      expect(isOverHttps(url)).toBe(false);
    },
  );
});
