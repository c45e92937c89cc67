// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { chooseTheme, useTheme } from "./theme";
import { THEME_KEY } from "./start-theme";

const root = document.documentElement;
const changed = new Set<() => void>();
const system = {
  matches: false,
  addEventListener: (_: string, listener: () => void) => changed.add(listener),
};

beforeAll(() => {
  // The system's own colours, which nobody has here. Once for all tests: the page listens until it is gone.
  vi.stubGlobal("matchMedia", () => system);
});
beforeEach(() => {
  window.localStorage.clear();
});
afterEach(cleanup);

const open = () => renderHook(() => useTheme()).result;
const isDark = () => root.classList.contains("dark");
/** The system goes dark, or light. */
const setSystem = (dark: boolean) => {
  system.matches = dark;
  for (const tell of changed) tell();
};
const choose = (theme: Parameters<typeof chooseTheme>[0]) => {
  act(() => {
    chooseTheme(theme);
  });
};

it("follows the system until the reader chooses, and again when that is taken back", () => {
  const theme = open();
  setSystem(true);
  expect([theme.current, isDark()]).toEqual(["system", true]);
  choose("light");
  setSystem(false);
  setSystem(true);
  expect([theme.current, isDark(), window.localStorage.getItem(THEME_KEY)]).toEqual([
    "light",
    false,
    "light",
  ]);
  choose("system");
  expect([theme.current, isDark()]).toEqual(["system", true]);
});

it("takes up what another tab chooses, and nothing else that is kept", () => {
  const theme = open();
  choose("light");
  const tell = (key: string, newValue: string) => {
    act(() => {
      window.dispatchEvent(new StorageEvent("storage", { key, newValue }));
    });
  };
  tell("sightglass:recents", "dark");
  expect([theme.current, isDark()]).toEqual(["light", false]);
  tell(THEME_KEY, "dark");
  expect([theme.current, isDark()]).toEqual(["dark", true]);
  setSystem(false);
  tell(THEME_KEY, "pink");
  expect([theme.current, isDark()]).toEqual(["system", false]);
});

it("a browser that keeps nothing still changes the colours", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("Off", "SecurityError");
  });
  const theme = open();
  choose("dark");
  expect([theme.current, isDark()]).toEqual(["dark", true]);
});
