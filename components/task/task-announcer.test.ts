import { describe, expect, it } from "vitest";
import { whatIsNew } from "./task-announcer";

describe("whatIsNew", () => {
  it("counts new steps in words", () => {
    const before = { status: "running", stepCount: 4 } as const;
    expect(whatIsNew(before, { status: "running", stepCount: 7 })).toBe("3 new steps.");
    expect(whatIsNew(before, { status: "running", stepCount: 5 })).toBe("1 new step.");
    expect(whatIsNew(before, { status: "finished", stepCount: 5 })).toBe(
      "1 new step. Task finished.",
    );
  });

  it("is silent when nothing changed", () => {
    const same = { status: "running", stepCount: 4 } as const;
    expect(whatIsNew(same, same)).toBe("");
  });
});
