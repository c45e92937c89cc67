import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { preloadImage } from "./preload-image";

/** The addresses that were loaded, and those that cannot be had. */
let loaded: string[] = [];
let broken = new Set<string>();

beforeEach(() => {
  loaded = [];
  broken = new Set();
  vi.stubGlobal(
    "Image",
    class {
      src = "";
      decode() {
        loaded.push(this.src);
        return broken.has(this.src)
          ? Promise.reject(new DOMException("No picture", "EncodingError"))
          : Promise.resolve();
      }
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it("loads a picture once while it is among the newest eight", async () => {
  const names = Array.from({ length: 9 }, (_, index) => `/${String(index)}`);
  for (const name of names) await preloadImage(name);
  for (const name of names.slice(1)) await preloadImage(name);
  expect(loaded).toEqual(names);
  await preloadImage("/0");
  expect(loaded).toEqual([...names, "/0"]);
});

it("a picture that cannot be had holds nobody up, and is asked for again", async () => {
  broken.add("/broken");
  await preloadImage("/broken");
  broken.clear();
  await preloadImage("/broken");
  await preloadImage("/broken");
  expect(loaded).toEqual(["/broken", "/broken"]);
});
