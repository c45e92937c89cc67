import { describe, expect, it } from "vitest";
import { readScopes } from "./share-scopes";

describe("the scopes of a share link", () => {
  it("come in one order, each once, and the status is always among them", () => {
    expect(readScopes(["files", "steps", "steps"])).toEqual(["status", "steps", "files"]);
    expect(readScopes([])).toEqual(["status"]);
  });

  it("are refused when one is none that is offered", () => {
    for (const other of ["live", "logs", "metadata", "cost", "Steps", ""]) {
      expect(readScopes(["steps", other]), other).toBeNull();
    }
  });

  it("have no screenshots without the steps that they belong to", () => {
    expect(readScopes(["screenshots"])).toBeNull();
    expect(readScopes(["screenshots", "steps"])).toEqual(["status", "steps", "screenshots"]);
  });
});
