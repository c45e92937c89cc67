// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { useIsOnline } from "./use-is-online";

afterEach(cleanup);

it("tells while the browser has no network", () => {
  const { result } = renderHook(useIsOnline);
  const after = (event: "online" | "offline") => {
    act(() => {
      window.dispatchEvent(new Event(event));
    });
    return result.current;
  };
  expect([result.current, after("offline"), after("online")]).toEqual([true, false, true]);
});
