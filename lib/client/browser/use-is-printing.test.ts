// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useIsPrinting } from "./use-is-printing";

let media: EventTarget & { matches: boolean };

beforeEach(() => {
  media = Object.assign(new EventTarget(), { matches: false });
  // Not there in jsdom, which has no layout.
  vi.stubGlobal("matchMedia", (query: string) => (query === "print" ? media : null));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function setMedia(isPrint: boolean) {
  act(() => {
    media.matches = isPrint;
    media.dispatchEvent(new Event("change"));
  });
}

it("has drawn what is for the paper by the time that the browser goes on, until it has printed", () => {
  const { result } = renderHook(useIsPrinting);
  let whenItGoesOn: boolean | null = null;
  act(() => {
    window.dispatchEvent(new Event("beforeprint"));
    whenItGoesOn = result.current;
  });
  expect(whenItGoesOn).toBe(true);
  act(() => {
    window.dispatchEvent(new Event("afterprint"));
  });
  expect(result.current).toBe(false);
});

it("follows the medium where no event tells: a page that is drawn for paper from the beginning", () => {
  media.matches = true;
  const { result } = renderHook(useIsPrinting);
  expect(result.current).toBe(true);
  setMedia(false);
  expect(result.current).toBe(false);
  setMedia(true);
  expect(result.current).toBe(true);
});

it("a part that is gone listens to nothing any more", () => {
  const [ofMedia, ofWindow] = [
    vi.spyOn(media, "removeEventListener"),
    vi.spyOn(window, "removeEventListener"),
  ];
  renderHook(useIsPrinting).unmount();
  const ended = [...ofMedia.mock.calls, ...ofWindow.mock.calls].map(([event]) => event);
  expect(ended).toEqual(expect.arrayContaining(["change", "beforeprint", "afterprint"]));
});
