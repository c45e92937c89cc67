// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fillScreen, leaveFullScreen, useFullScreen } from "./use-full-screen";

let full: Element | null = null;
let isAllowed = true;
let exits = 0;

function change(element: Element | null): Promise<void> {
  if (!isAllowed) return Promise.reject(new TypeError("Not allowed"));
  full = element;
  document.dispatchEvent(new Event("fullscreenchange"));
  return Promise.resolve();
}

beforeEach(() => {
  full = null;
  isAllowed = true;
  exits = 0;
  // jsdom has no full screen.
  for (const [name, get] of [
    ["fullscreenEnabled", () => true],
    ["fullscreenElement", () => full],
  ] as const) {
    Object.defineProperty(document, name, { configurable: true, get });
  }
  document.documentElement.requestFullscreen = () => change(document.documentElement);
  document.exitFullscreen = () => {
    exits += 1;
    return change(null);
  };
});
afterEach(() => {
  cleanup();
  Reflect.deleteProperty(document, "fullscreenEnabled");
});

const press = (what: () => void) => act(() => Promise.resolve().then(what));

it("fills the screen and gives it back, and follows a browser that does so by itself", async () => {
  const { result } = renderHook(useFullScreen);
  expect(result.current).toBe("off");
  await press(fillScreen);
  expect(result.current).toBe("on");
  await press(leaveFullScreen);
  expect(result.current).toBe("off");
  await press(fillScreen);
  await press(() => void change(null));
  expect(result.current).toBe("off");
});

it("asks for nothing back that it has not, and bears a refusal", async () => {
  const { result } = renderHook(useFullScreen);
  await press(leaveFullScreen);
  expect(exits).toBe(0);
  isAllowed = false;
  await press(fillScreen);
  expect(result.current).toBe("off");
});

it("says where there is no such thing", () => {
  Reflect.deleteProperty(document, "fullscreenEnabled");
  expect(renderHook(useFullScreen).result.current).toBe("unsupported");
});
