// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createLocalStore, useLocalStore } from "./local-store";

const store = createLocalStore("sightglass:test");

beforeEach(() => {
  window.localStorage.clear();
});
afterEach(cleanup);

const useText = () => useLocalStore(store, () => store.read() ?? "nothing", "on the server");
const write = (text: string | null) => {
  act(() => {
    store.write(text);
  });
};

it("everyone on the page reads what was written last, until there is none", () => {
  const [one, other] = [renderHook(useText).result, renderHook(useText).result];
  const all = () => [one.current, other.current];
  expect(all()).toEqual(["nothing", "nothing"]);
  write("milk");
  expect(all()).toEqual(["milk", "milk"]);
  write("");
  expect(all()).toEqual(["", ""]);
  write(null);
  expect([all(), window.localStorage.length]).toEqual([["nothing", "nothing"], 0]);
});

it("what another tab writes is read here, too, by parts that are still there", () => {
  const { result, unmount } = renderHook(useText);
  const told = vi.fn();
  store.subscribe(told)();
  window.localStorage.setItem("sightglass:test", "milk");
  act(() => {
    window.dispatchEvent(new StorageEvent("storage", { key: "sightglass:test" }));
  });
  expect(result.current).toBe("milk");
  write("bread");
  unmount();
  expect(told).not.toHaveBeenCalled();
});

it("the server, which cannot know, renders what it is told to", () => {
  store.write("milk");
  const Part = () => createElement("p", null, useText());
  expect(renderToString(createElement(Part))).toBe("<p>on the server</p>");
});

it("where storage is switched off there is none, and nothing fails", () => {
  vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
    throw new DOMException("Off", "SecurityError");
  });
  const { result } = renderHook(useText);
  write("milk");
  write(null);
  expect(result.current).toBe("nothing");
});
