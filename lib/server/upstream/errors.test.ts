import { expect, it, vi } from "vitest";
import { isUpstreamError, UpstreamError } from "./errors";

it("knows an error that another copy of its module made, as a build carries several", async () => {
  vi.resetModules();
  const other = await import("./errors");
  expect(other.UpstreamError).not.toBe(UpstreamError);
  expect(isUpstreamError(new other.UpstreamError("task-gone", "test"))).toBe(true);
  expect(isUpstreamError(new UpstreamError("task-gone", "test"))).toBe(true);
  expect(isUpstreamError(new Error("test"))).toBe(false);
  expect(isUpstreamError({ name: "UpstreamError", code: "task-gone" })).toBe(false);
});
