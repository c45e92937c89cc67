import { describe, expect, it } from "vitest";
import { isFinal, isTaskStatus, toTaskStatus } from "./task-status";

describe("toTaskStatus", () => {
  it.each([
    ["created", "created"],
    ["started", "running"],
    ["paused", "paused"],
    ["finished", "finished"],
    ["failed", "failed"],
    ["stopped", "stopped"],
  ] as const)("maps %j to %j", (raw, status) => {
    expect(toTaskStatus(raw)).toBe(status);
  });

  it.each(["", "completed", "Finished", "constructor", "__proto__"])(
    "leaves %j unknown, which is not final",
    (raw) => {
      expect(toTaskStatus(raw)).toBe("unknown");
      expect(isFinal(toTaskStatus(raw))).toBe(false);
    },
  );
});

describe("isTaskStatus", () => {
  it("knows our own words only", () => {
    expect(isTaskStatus("running")).toBe(true);
    expect(isTaskStatus("started")).toBe(false);
    expect(isTaskStatus("toString")).toBe(false);
    expect(isTaskStatus(3)).toBe(false);
  });
});
