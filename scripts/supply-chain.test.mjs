// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isAtLeast, LEAST_VERSIONS, lockProblems } from "./supply-chain.mjs";

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const CHECKSUM = `sha512-${"A".repeat(86)}==`;
const GOOD = { version: "1.2.3", license: "MIT", integrity: CHECKSUM };

/**
 * A lock file in which nothing is the matter but what is given.
 * @param {Record<string, object>} more
 */
const lockWith = (more) => ({
  lockfileVersion: 3,
  packages: {
    "": { dependencies: { good: "1.2.3" } },
    "node_modules/next": { ...GOOD, version: "16.4.6" },
    "node_modules/sharp": { ...GOOD, version: "0.35.5" },
    "node_modules/zod": { ...GOOD, version: "4.6.7" },
    ...more,
  },
});

describe("I14 the packages of this program", () => {
  it("are in the lock file as they should be", () => {
    expect(lockProblems(readJson("package-lock.json"))).toEqual([]);
  });

  it.each(Object.entries(LEAST_VERSIONS))(
    "include %s of %s or newer, as installed",
    (name, least) => {
      const { version } = readJson(`node_modules/${name}/package.json`);
      expect(isAtLeast(version, least), version).toBe(true);
    },
  );

  it("are wanted by exact version, and the two files agree", () => {
    const { dependencies, devDependencies } = readJson("package.json");
    const root = readJson("package-lock.json").packages[""];
    expect([root.dependencies, root.devDependencies]).toEqual([dependencies, devDependencies]);
  });
});

describe("I14 the gate", () => {
  it("lets a good lock file through", () => {
    expect(lockProblems(lockWith({}))).toEqual([]);
  });

  it.each([
    ["next too old", { "node_modules/next": { ...GOOD, version: "16.4.4" } }, "16.4.5 or newer"],
    [
      "another copy of zod",
      { "node_modules/a/node_modules/zod": { ...GOOD, version: "4.6.5" } },
      "4.6.6 or newer",
    ],
    ["no checksum", { "node_modules/a": { version: "1.0.0", license: "MIT" } }, "checksum"],
    ["a weak checksum", { "node_modules/a": { ...GOOD, integrity: "sha1-x" } }, "checksum"],
    [
      "a git address",
      { "node_modules/a": { ...GOOD, resolved: "git+ssh://git@host.example/a.git#1" } },
      "comes from",
    ],
    [
      "another host",
      { "node_modules/a": { ...GOOD, resolved: "https://host.example/a.tgz" } },
      "comes from",
    ],
    [
      "plain http",
      { "node_modules/a": { ...GOOD, resolved: "http://registry.npmjs.org/a.tgz" } },
      "comes from",
    ],
    [
      "a folder",
      { "node_modules/a": { resolved: "../a", link: true } },
      "no package of a registry",
    ],
    [
      "an install script",
      { "node_modules/a": { ...GOOD, hasInstallScript: true } },
      "install script",
    ],
    ["no licence", { "node_modules/a": { version: "1.0.0", integrity: CHECKSUM } }, "no licence"],
    [
      "a licence that is not listed",
      { "node_modules/a": { ...GOOD, license: "AGPL-3.0-only" } },
      "AGPL",
    ],
    [
      "a sum with one that is not",
      { "node_modules/a": { ...GOOD, license: "MIT AND GPL-3.0-only" } },
      "GPL",
    ],
    ["a range", { "": { dependencies: { a: "^1.0.0" } } }, "no exact version"],
  ])("stops at %s", (_, more, words) => {
    const problems = lockProblems(lockWith(more));
    expect(problems.join("\n")).toContain(words);
  });

  it("lets development tools be under any licence, and a choice that has a listed one", () => {
    const more = {
      "node_modules/a": { ...GOOD, license: "MPL-2.0", dev: true },
      "node_modules/b": { ...GOOD, license: "(MIT OR GPL-3.0-only)" },
    };
    expect(lockProblems(lockWith(more))).toEqual([]);
  });

  it("takes the parts of a package for one kind of machine by the version of the whole", () => {
    const part = { version: "1.2.3", optional: true, os: ["darwin"] };
    const whole = { ...GOOD, optionalDependencies: { "a-darwin": "1.2.3" } };
    const good = lockWith({ "node_modules/a": whole, "node_modules/a-darwin": part });
    expect(lockProblems(good)).toEqual([]);
    const other = lockWith({
      "node_modules/a": whole,
      "node_modules/a-darwin": { ...part, version: "1.2.4" },
    });
    expect(lockProblems(other)).not.toEqual([]);
  });

  it.each([
    ["16.4.5", "16.4.5", true],
    ["16.4.10", "16.4.5", true],
    ["17.0.0", "16.4.5", true],
    ["16.4.4", "16.4.5", false],
    ["16.3.99", "16.4.5", false],
    ["16.4.5-canary.1", "16.4.5", false],
    ["16.5.0-canary.1", "16.4.5", true],
    ["latest", "16.4.5", false],
  ])("knows whether %s is at least %s", (version, least, expected) => {
    expect(isAtLeast(version, least)).toBe(expected);
  });
});

describe("the source", () => {
  it("has no character that would make it read otherwise than it runs", () => {
    const folders = ["app", "bench", "components", "docs", "e2e", "eslint-rules", "lib", "scripts"];
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs|css|md|json|html)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    expect(files.length).toBeGreaterThan(300);
    const odd = files.filter((file) =>
      /[\u200b\u202a-\u202e\u2060\u2066-\u2069]|[\u{e0000}-\u{e007f}]/u.test(
        readFileSync(file, "utf8"),
      ),
    );
    expect(odd).toEqual([]);
  });
});
