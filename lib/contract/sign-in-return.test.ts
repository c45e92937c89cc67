import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REDIRECT_TRICKS } from "@/test/redirect-tricks";
import { readReturn, returnOfPage, returnPath, signInPath, type ReadQuery } from "./sign-in-return";

const ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
const OTHER = "5d1f8a10-0000-4000-8000-00000000000b";
const NAMES = [
  "task",
  "to",
  "step",
  "view",
  "a",
  "b",
  "ids",
  "next",
  "returnTo",
  "redirect",
  "url",
];

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** Every address that may come out. */
const OURS = new RegExp(
  `^(?:/|/tasks/${UUID}(?:\\?(?:step=\\d{1,7})?&?(?:view=[a-z]+)?)?|/compare(?:\\?(?:a=${UUID})?&?(?:b=${UUID})?)?|/board(?:\\?ids=${UUID}(?:,${UUID})*)?|/status)$`,
);

function readerOf(address: string): ReadQuery {
  const { searchParams } = new URL(address, "http://sightglass.example");
  return (name) => searchParams.get(name);
}

function wayBack(address: string): string {
  const { pathname } = new URL(address, "http://sightglass.example");
  return returnPath(readReturn(readerOf(signInPath(returnOfPage(pathname, readerOf(address))))));
}

describe("the way back after signing in", () => {
  it.each([
    "/",
    `/tasks/${ID}`,
    `/tasks/${ID}?step=12`,
    `/tasks/${ID}?step=12&view=live`,
    `/tasks/${ID}?view=files`,
    "/compare",
    `/compare?a=${ID}`,
    `/compare?a=${ID}&b=${OTHER}`,
    "/board",
    `/board?ids=${ID},${OTHER}`,
    "/status",
  ])("leads to %s again", (address) => {
    expect(wayBack(address)).toBe(address);
  });

  it("keeps of an address only what it knows", () => {
    expect(wayBack(`/tasks/${ID}?step=-1&view=nothing&q=x`)).toBe(`/tasks/${ID}`);
    expect(wayBack(`/tasks/${ID}?step=12345678`)).toBe(`/tasks/${ID}`);
    expect(wayBack(`/board?ids=${ID},nothing`)).toBe(`/board?ids=${ID}`);
    expect(wayBack("/nowhere?a=1")).toBe("/");
  });

  it("B10 has more than a hundred tricks to withstand", () => {
    expect(new Set(REDIRECT_TRICKS).size).toBe(REDIRECT_TRICKS.length);
    expect(REDIRECT_TRICKS.length).toBeGreaterThan(100);
  });

  it.each(REDIRECT_TRICKS.map((trick) => [trick]))(
    "B10 leads to a page of ours for %j",
    (trick) => {
      for (const only of NAMES) {
        for (const to of [null, "compare", "board"]) {
          const path = returnPath(
            readReturn((name) => (name === only ? trick : name === "to" ? to : null)),
          );
          expect(path).toMatch(OURS);
          expect(new URL(path, "https://sightglass.example").origin).toBe(
            "https://sightglass.example",
          );
        }
      }
      expect(returnPath(readReturn(() => trick))).toMatch(OURS);
      expect(returnPath(returnOfPage(trick, () => trick))).toMatch(OURS);
    },
  );

  it("B10 leads to a page of ours for every text", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...NAMES), fc.string()),
        fc.string(),
        (query, path) => {
          const read: ReadQuery = (name) =>
            Object.hasOwn(query, name) ? (query[name] ?? null) : null;
          expect(returnPath(readReturn(read))).toMatch(OURS);
          expect(returnPath(returnOfPage(path, read))).toMatch(OURS);
        },
      ),
    );
  });
});
