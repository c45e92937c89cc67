import { expect, it, vi } from "vitest";
import { NotCalled } from "./call-queue";
import { UpstreamError } from "./errors";

it("knows an error that another copy of its module made, as a build carries several", async () => {
  vi.resetModules();
  const others = { ...(await import("./errors")), ...(await import("./call-queue")) };
  expect(others.UpstreamError).not.toBe(UpstreamError);
  expect(new others.UpstreamError("task-gone", "test")).toBeInstanceOf(UpstreamError);
  expect(new others.NotCalled("test")).toBeInstanceOf(NotCalled);
  expect(new Error("test")).not.toBeInstanceOf(UpstreamError);
  expect(new NotCalled("test")).not.toBeInstanceOf(UpstreamError);
});
