// @ts-check
import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basePathOf, parseBasePath, withBasePath, withoutBasePath } from "./base-path.mjs";

/** What stands first in an address of ours: a folder of `app`, or a file that is there for all. */
const OWN_NAMES = readdirSync("app", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() || entry.name === "icon.svg")
  .map(({ name }) => name)
  .concat(readdirSync("public"));

const name = fc
  .stringMatching(/^[a-zA-Z\d][\w.~-]{0,8}$/)
  .filter((text) => !OWN_NAMES.includes(text));
const basePath = fc
  .array(name, { maxLength: 3 })
  .map((names) => names.map((one) => `/${one}`).join(""));
const query = fc.constantFrom("", "?", "?step=2", "?q=/a/b");
/** Paths of ours, whatever follows. */
const ourPath = fc
  .tuple(fc.constantFrom("", ...OWN_NAMES), fc.webPath(), query)
  .map(([first, rest, search]) => `/${first}${first === "" ? "" : rest}${search}`);

describe("the base path of an address", () => {
  it.each([
    [undefined, ""],
    [null, ""],
    ["", ""],
    [" ", ""],
    ["https://sight.example", ""],
    ["https://sight.example/", ""],
    ["https://sight.example/tools/sightglass", "/tools/sightglass"],
    [" https://sight.example:8443/tools/sightglass/ ", "/tools/sightglass"],
    ["http://localhost:3000/Sight-glass_1.2~3", "/Sight-glass_1.2~3"],
    ["https://sight.example/tools/../sightglass", "/sightglass"],
    ["https://sight.example/tools/tasks", "/tools/tasks"],
  ])("of %j is %j", (url, path) => {
    expect(parseBasePath(url)).toBe(path);
  });

  it.each([
    "sight.example/tools",
    "https://sight.example/tools//sightglass",
    "https://sight.example//tools",
    "https://sight.example/to%6fls",
    "https://sight.example/to ols",
    "https://sight.example/tools:8080",
    "https://sight.example/(tools)",
    "https://sight.example/tools/*",
    "https://sight.example/_next",
    "https://sight.example/.well-known",
    "https://sight.example/wörk",
    ...OWN_NAMES.map((own) => `https://sight.example/${own}/sightglass`),
  ])("cannot be that of %j", (url) => {
    expect(parseBasePath(url)).toBeNull();
    expect(basePathOf(url)).toBe("");
  });
});

describe("addresses", () => {
  it.each([
    ["", "/", "/"],
    ["", "/tasks/a?step=2", "/tasks/a?step=2"],
    ["/tools", "/", "/tools"],
    ["/tools", "/?a", "/tools?a"],
    ["/tools", "/tasks/a?step=2", "/tools/tasks/a?step=2"],
    ["/tools", "/toolsmith", "/tools/toolsmith"],
  ])("with the base path %j, %j is at %j", (base, path, address) => {
    expect(withBasePath(base, path)).toBe(address);
    expect(withoutBasePath(base, address)).toBe(path);
  });

  it.each([
    ["/tools", "/tools/", "/"],
    ["/tools", "/tools/?a", "/?a"],
    ["/tools", "/toolsmith", "/toolsmith"],
    ["/tools", "/TOOLS/tasks", "/TOOLS/tasks"],
    ["/tools", "/tools/tools/tasks", "/tools/tasks"],
    ["/tools", "/tools//tasks", "//tasks"],
    ["/tools/a", "/tools", "/tools"],
  ])("with the base path %j, at %j is %j", (base, address, path) => {
    expect(withoutBasePath(base, address)).toBe(path);
  });

  it("lead back to their paths, whether or not a proxy took the base path away", () => {
    fc.assert(
      fc.property(basePath, ourPath, (base, path) => {
        expect(basePathOf(`https://sight.example${base}`)).toBe(base);
        expect(withoutBasePath(base, withBasePath(base, path))).toBe(path);
        expect(withoutBasePath(base, path)).toBe(path);
      }),
    );
  });
});
