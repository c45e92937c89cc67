import { expect, it } from "vitest";
import { CONTROL_ACTIONS, controlWords } from "./control-note";

it("says of each action what was done, and whether that was confirmed", () => {
  const words = CONTROL_ACTIONS.map((action) => controlWords({ action, isSure: true }));
  expect(new Set(words).size).toBe(CONTROL_ACTIONS.length);
  expect(controlWords({ action: "stop", isSure: false })).toBe(
    "stopped the run, which was not confirmed",
  );
});
