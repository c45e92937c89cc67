import { describe, expect, it } from "vitest";
import { isFinal, isOwnWord, isTaskStatus, toTaskStatus } from "./task-status";

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

  it.each([
    [" Finished", "finished"],
    ["FINISHED", "finished"],
    ["completed", "finished"],
    ["succeeded", "finished"],
    ["in_progress", "running"],
    ["In Progress", "running"],
    ["inProgress", "running"],
    ["in-progress\n", "running"],
    ["Started", "running"],
    ["dispatching", "created"],
    ["queued", "created"],
    ["PENDING", "created"],
    ["initializing", "created"],
    ["cancelled", "stopped"],
    ["Canceled", "stopped"],
    ["timed_out", "failed"],
    ["timedOut", "failed"],
    ["error", "failed"],
  ] as const)("reads %j as %j", (raw, status) => {
    expect(toTaskStatus(raw)).toBe(status);
  });

  it("tells which words are the upstream's own", () => {
    expect(isOwnWord("failed", "timed_out")).toBe(true);
    expect(isOwnWord("unknown", "idle")).toBe(true);
    expect(isOwnWord("finished", " FINISHED")).toBe(false);
    expect(isOwnWord("running", "started")).toBe(false);
    expect(isOwnWord("unknown", "")).toBe(false);
  });

  it.each(["", "idle", "unfinished", "not finished", "stopping", "constructor", "__proto__"])(
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
