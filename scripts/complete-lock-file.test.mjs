// @ts-check
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { completePackages, platformOf } from "./complete-lock-file.mjs";

describe("platformOf", () => {
  it.each([
    ["@tailwindcss/oxide-darwin-arm64", { os: ["darwin"], cpu: ["arm64"] }],
    ["@next/swc-win32-x64-msvc", { os: ["win32"], cpu: ["x64"] }],
    ["@oxc-parser/binding-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"] }],
    ["@tailwindcss/oxide-wasm32-wasi", { cpu: ["wasm32"] }],
  ])("reads %s", (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });
});

describe("completePackages", () => {
  const native = {
    optionalDependencies: { "native-darwin-x64": "1.2.3", "native-linux-x64": "1.2.3" },
  };

  it("adds what is missing and keeps what is there", () => {
    const there = { version: "1.2.3", optional: true };
    const { packages, added } = completePackages({
      "node_modules/native": native,
      "node_modules/native-linux-x64": there,
    });
    expect(added).toEqual(["native-darwin-x64"]);
    expect(packages["node_modules/native-linux-x64"]).toBe(there);
    expect(packages["node_modules/native-darwin-x64"]).toEqual({
      version: "1.2.3",
      optional: true,
      os: ["darwin"],
      cpu: ["x64"],
    });
  });
});

describe("the lock file", () => {
  it("names the packages of every platform", () => {
    const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
    expect(completePackages(lock.packages).added).toEqual([]);
  });
});
