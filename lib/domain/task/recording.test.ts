import { expect, it } from "vitest";
import { recordingState } from "./recording";

const STOPPED_AT = "2026-01-02T03:04:05.000Z";
const NOW = Date.parse(STOPPED_AT);
const MINUTE = 60_000;
const up = { status: "active", finishedAt: null, hasAddress: false, isAvailable: null } as const;
const stopped = { ...up, status: "stopped", finishedAt: STOPPED_AT } as const;

it.each([
  ["while the browser is up", up, 0, "after-stop"],
  ["just after it stopped", stopped, MINUTE, "preparing"],
  ["long after it stopped", stopped, 5 * MINUTE, "none"],
  ["where nobody said when it stopped", { ...stopped, finishedAt: null }, 0, "none"],
  ["where nobody said anything", { ...up, status: null }, 0, "none"],
  ["where there is one", { ...stopped, hasAddress: true }, 1000 * MINUTE, "ready"],
  ["where none is made, though the browser is up", { ...up, isAvailable: false }, 0, "none"],
  ["where none is made", { ...stopped, isAvailable: false }, 0, "none"],
  ["where one is promised, and late", { ...stopped, isAvailable: true }, 5 * MINUTE, "none"],
] as const)("a recording %s", (_, browser, later, expected) => {
  expect(recordingState(browser, NOW + later)).toBe(expected);
});
