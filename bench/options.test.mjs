// @ts-check
import { describe, expect, it } from "vitest";
import { parseOptions } from "./options.mjs";

describe("the command line", () => {
  it("means everything in full when it says nothing", () => {
    const all = ["a", "b", "c", "d", "e", "f", "g", "h"];
    expect(parseOptions([])).toEqual({ isQuick: false, only: all });
  });

  it("picks workloads and keeps their order", () => {
    expect(parseOptions(["--quick", "--only", "c,a"])).toEqual({ isQuick: true, only: ["a", "c"] });
  });

  it("is refused when it names what does not exist", () => {
    expect(parseOptions(["--only", "a,z"])).toBeNull();
    expect(parseOptions(["--only", ""])).toBeNull();
    expect(parseOptions(["--fast"])).toBeNull();
  });
});
