// @ts-check
import { describe, expect, it } from "vitest";
import { parseOptions } from "./options.mjs";

const CROWD = { viewers: 2000, tasks: 300 };

describe("the command line", () => {
  it("means everything in full when it says nothing", () => {
    const all = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
    expect(parseOptions([])).toEqual({ isQuick: false, only: all, crowd: CROWD });
  });

  it("picks workloads and keeps their order", () => {
    const options = { isQuick: true, only: ["a", "c"], crowd: CROWD };
    expect(parseOptions(["--quick", "--only", "c,a"])).toEqual(options);
  });

  it("says how large the crowd before several instances is", () => {
    const crowd = { viewers: 400, tasks: 60 };
    const args = ["--only", "i", "--viewers", "400", "--tasks", "60"];
    expect(parseOptions(args)).toEqual({ isQuick: false, only: ["i"], crowd });
  });

  it.each(["0", "-3", "2.5", "many", ""])("is refused with %j viewers", (viewers) => {
    expect(parseOptions([`--viewers=${viewers}`])).toBeNull();
  });

  it("is refused when it names what does not exist", () => {
    expect(parseOptions(["--only", "a,z"])).toBeNull();
    expect(parseOptions(["--only", ""])).toBeNull();
    expect(parseOptions(["--fast"])).toBeNull();
  });
});
