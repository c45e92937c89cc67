import { expect, it } from "vitest";
import { rawPath } from "./asset-client";

it.each([
  ["https://b.example/a%2Fb.png?sig=a+b%2B%20c'd&x=%7e", "/a%2Fb.png?sig=a+b%2B%20c'd&x=%7e"],
  ["https://b.example/a.png?x=1#frag", "/a.png?x=1"],
  ["https://b.example", "/"],
  ["https://b.example?x=1", "/?x=1"],
  ["HTTPS://b.example:443/A", "/A"],
  ["https://b.example/with space", "/with%20space"],
  ["https://b.example/a\r\nX-Evil: 1", "/aX-Evil:%201"],
  ["https://b.example\\@evil.example/", "/@evil.example/"],
  ["https://b.example/ü", "/%C3%BC"],
])("takes the path of %j", (address, path) => {
  expect(rawPath(address, new URL(address))).toBe(path);
});
