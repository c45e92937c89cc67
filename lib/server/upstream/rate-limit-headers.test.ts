import { expect, it } from "vitest";
import { retryAfterSeconds } from "./rate-limit-headers";

const NOW = Date.parse("2026-01-02T03:04:05Z");

it.each([
  ["7", 7],
  [" 30 ", 30],
  ["999999999", 300],
  ["Fri, 02 Jan 2026 03:04:15 GMT", 10],
  ["Fri, 02 Jan 2026 05:04:15 GMT", 300],
  ["Fri, 02 Jan 2026 03:04:00 GMT", null],
  ["0", null],
  ["-5", null],
  ["1.5", null],
  ["abc", null],
  ["", null],
  [null, null],
])("reads %j as %j seconds", (header, seconds) => {
  expect(retryAfterSeconds(header, NOW)).toBe(seconds);
});
