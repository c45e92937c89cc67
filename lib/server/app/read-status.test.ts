import { expect, it } from "vitest";
import { NOTHING_ASKED } from "@/lib/server/upstream/upstream-standing";
import { decideState } from "./read-status";

const FAILED = { failed: { at: 2, status: "500" } };

it.each([
  ["no call", {}, null, null, "unknown", null],
  ["an answer", { answeredAt: 1 }, null, null, "answers", null],
  ["a failure alone", FAILED, null, null, "fails", null],
  ["one failure after answers", { answeredAt: 1, ...FAILED }, null, null, "answers", null],
  ["many failures", { answeredAt: 1 }, "upstream-timeout", null, "fails", "upstream-timeout"],
  ["a refused key", { answeredAt: 1, key: "refused" }, null, null, "fails", "key-rejected"],
  ["a pause", { answeredAt: 1 }, null, "upstream-rate-limited", "paused", "upstream-rate-limited"],
] as const)("after %s the upstream stands so", (_, standing, outage, pausedBy, state, cause) => {
  expect(decideState({ ...NOTHING_ASKED, ...standing }, outage, pausedBy)).toEqual({
    state,
    cause,
  });
});
