import { describe, expect, it } from "vitest";
import { matchShortcut, type KeyPress } from "./match-shortcut";

const KEYS = ["j", "/", "[", "?", " ", "ArrowUp"];
const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  isCtrl: false,
  isMeta: false,
  isAlt: false,
  isAltGraph: false,
  isTyping: false,
  ...more,
});

describe("matchShortcut", () => {
  it("knows the keys it was given and no others", () => {
    expect(KEYS.map((key) => matchShortcut(press(key), KEYS))).toEqual(KEYS);
    expect(matchShortcut(press("x"), KEYS)).toBeNull();
  });

  it("is off while the reader types", () => {
    expect(matchShortcut(press("j", { isTyping: true }), KEYS)).toBeNull();
  });

  it("leaves the browser's and the system's combinations alone", () => {
    for (const held of [{ isCtrl: true }, { isMeta: true }, { isAlt: true }]) {
      expect(matchShortcut(press("j", held), KEYS)).toBeNull();
      expect(matchShortcut(press("ArrowUp", held), KEYS)).toBeNull();
    }
    expect(matchShortcut(press("/", { isCtrl: true }), KEYS)).toBeNull();
  });

  it("takes a sign that a keyboard has behind AltGr or Alt", () => {
    const altGraph = { isAltGraph: true, isAlt: true, isCtrl: true };
    expect(matchShortcut(press("[", altGraph), KEYS)).toBe("[");
    expect(matchShortcut(press("[", { isAlt: true }), KEYS)).toBe("[");
  });
});
