// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { useIsHidden, useSeenAgainAt } from "./use-visibility";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function hide(isHidden: boolean) {
  vi.spyOn(document, "hidden", "get").mockReturnValue(isHidden);
  act(() => {
    document.dispatchEvent(new Event("visibilitychange"));
  });
}

it("tells when the page is hidden, and when it was last seen again", () => {
  const START = Date.parse("2026-03-01T12:00:00.000Z");
  vi.useFakeTimers({ now: START });
  const isHidden = renderHook(useIsHidden).result;
  const seenAgainAt = renderHook(useSeenAgainAt).result;
  const all = () => [isHidden.current, seenAgainAt.current];
  expect(all()).toEqual([false, 0]);
  hide(true);
  expect(all()).toEqual([true, 0]);
  vi.setSystemTime(START + 60_000);
  hide(false);
  expect(all()).toEqual([false, START + 60_000]);
  vi.setSystemTime(START + 90_000);
  hide(true);
  expect(all()).toEqual([true, START + 60_000]);
});
